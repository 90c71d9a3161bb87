import { useCallback, useState } from 'react';
import type { OpenCircle, PartView } from '../../../../application/application.ts';
import type { MemberId } from '../../../../core/shared/ids.ts';
import { useApplication, useStore } from '../../../components/applicationContext.tsx';
import { askErrorText } from '../../../components/askErrorText.ts';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { mayJoin } from '../../../components/parts/mayJoin.ts';
import { useAsk } from '../../../components/useAsk.ts';
import { useOpened } from '../../../components/useOpened.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { Failed } from '../Failed.tsx';
import styles from '../myPlan.module.css';

interface LetInProps {
  readonly view: PartView;
  readonly onDone: () => void;
}

/** Somebody who reads the plan reads this too, from now on. */
export const LetInForm = ({ view, onDone }: LetInProps) => {
  const t = useTexts();
  const { circle } = useApplication();
  const found = useOpened(useCallback(() => circle.open(view.caseId), [circle, view.caseId]));
  if (found.type === 'opening') return <p role="status">{t('ownWords.opening')}</p>;
  if (found.type === 'failed') return <Failed why={askErrorText(t, found.error)} />;
  return <ChooseReader view={view} circle={found.opened} onDone={onDone} />;
};

const ChooseReader = ({ view, circle, onDone }: LetInProps & { readonly circle: OpenCircle }) => {
  const t = useTexts();
  const application = useApplication();
  const { people } = useStore(circle.view);
  const { ask, isAsking, errorText } = useAsk();
  const [chosen, setChosen] = useState<MemberId | null>(null);
  const [isTried, setTried] = useState(false);
  const offered = people.filter((person) => mayJoin(view, person));

  async function letIn(): Promise<void> {
    setTried(true);
    if (isAsking || chosen === null) return;
    if (await ask(() => application.circle.letInto(view.caseId, view.doc, chosen))) onDone();
  }

  return (
    <form
      className={styles['say']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void letIn();
      }}
    >
      {offered.length === 0 ? (
        <p>{t('ownWords.letIn.none')}</p>
      ) : (
        <>
          <ChoiceField<MemberId>
            label={t('ownWords.letIn.who')}
            options={offered.map(({ member, name }) => ({ value: member, label: name || t('shell.conflict.someone') }))}
            value={chosen}
            onChange={setChosen}
            error={isTried && chosen === null ? t('ownWords.letIn.missing') : null}
            isRequired
          />
          <p>{t('ownWords.letIn.all')}</p>
        </>
      )}
      <Failed why={errorText} />
      <div className={styles['buttons']}>
        {offered.length > 0 && (
          <button type="submit" className={styles['primary']}>
            {t('ownWords.letIn.save')}
          </button>
        )}
        <button type="button" className={styles['plain']} onClick={onDone}>
          {t(offered.length > 0 ? 'shell.cancel' : 'shell.close')}
        </button>
      </div>
    </form>
  );
};
