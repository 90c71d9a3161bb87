import { useCallback } from 'react';
import type { OpenCircle, PartView } from '../../../../application/application.ts';
import type { MemberId } from '../../../../core/shared/ids.ts';
import { useApplication } from '../../../components/applicationContext.tsx';
import { askErrorText } from '../../../components/askErrorText.ts';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { useLetIn } from '../../../components/parts/useLetIn.ts';
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
  const { offered, chosen, choose, isMissing, errorText, letIn } = useLetIn({ view, circle, onDone });

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
            onChange={choose}
            error={isMissing ? t('ownWords.letIn.missing') : null}
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
