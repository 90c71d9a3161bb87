import { useState } from 'react';
import type { PlanCommand } from '../../../core/plan/planCommand.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';
import { RemarkState } from './RemarkState.tsx';
import { SayForm } from './SayForm.tsx';
import { useSaying } from '../../components/useSaying.ts';
import { useWho } from './useWho.ts';

const WISHES = ['say', 'correct', 'erase'] as const;

/**
 * Something in the plan is not right: one says so, or asks to have it corrected or taken away. The team has to answer, and the answer
 * stands here. `what`: the words it is about.
 */
export const NotRight = ({ about, what }: { readonly about: EntityId; readonly what: string }) => {
  const t = useTexts();
  const who = useWho();
  const { remarks, me } = useCaseView();
  const { isSaying, begin, say, form } = useSaying();
  const [wish, setWish] = useState<(typeof WISHES)[number]>('say');
  if (!me) return null;
  const mine = remarks.filter((remark) => remark.kind === 'notRight' && remark.about === about && remark.by === me.id);
  const last = mine.at(-1);

  const saidIn = (text: string): PlanCommand =>
    wish === 'say' ? { type: 'remark', kind: 'notRight', about, text } : { type: 'request', asks: wish, about, text };

  return (
    <>
      {last && <RemarkState remark={last} />}
      {isSaying ? (
        <SayForm
          label={t('myPlan.notRight.label', who)}
          send={t('myPlan.notRight.send')}
          {...form}
          onSend={(text) => void say(saidIn(text))}
        >
          <ChoiceField
            label={t('myPlan.notRight.wish', who)}
            appearance="chips"
            options={WISHES.map((value) => ({ value, label: t(`myPlan.notRight.wish.${value}`) }))}
            value={wish}
            onChange={(next) => setWish(next ?? 'say')}
          />
        </SayForm>
      ) : (
        !last?.isOpen && (
          <div>
            <button type="button" className={styles['small']} aria-label={t('myPlan.notRight.of', { what })} onClick={begin}>
              {t(last ? 'myPlan.notRight.still' : 'myPlan.notRight')}
            </button>
          </div>
        )
      )}
    </>
  );
};
