import { useState } from 'react';
import type { Goal, Person } from '../../../core/plan/caseView.ts';
import { useChange } from '../../components/useChange.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';
import { SayForm } from './SayForm.tsx';

interface SayOfGoalProps {
  readonly goal: Goal;
  /** Whose words they are. */
  readonly child: Person;
  readonly me: Person;
}

/** The child's own words on its own device, or those that I write down with it. */
export const SayOfGoal = ({ goal, child: { id: by, name }, me }: SayOfGoalProps) => {
  const t = useTexts();
  const { run, isRunning, errorText, clearError } = useChange();
  const [isSaying, setSaying] = useState(false);
  const isMine = by === me.id;

  async function say(text: string): Promise<void> {
    const voice = isMine ? ({ via: 'own', recordedBy: null } as const) : ({ via: 'spoken', recordedBy: me.id } as const);
    if (await run({ type: 'sayOfGoal', goal: goal.id, by, text, ...voice })) setSaying(false);
  }

  return isSaying ? (
    <SayForm
      label={isMine ? t('myPlan.pupil.label') : t('myPlan.pupil.labelWith', { name })}
      send={t('myPlan.notRight.send')}
      missing={t('myPlan.pupil.missing')}
      error={errorText}
      isBusy={isRunning}
      onSend={(words) => void say(words)}
      onCancel={() => {
        clearError();
        setSaying(false);
      }}
    />
  ) : (
    <div>
      <button
        type="button"
        className={styles['small']}
        aria-label={isMine ? t('myPlan.pupil.sayOf', { goal: goal.statement }) : t('myPlan.pupil.writeOf', { name, goal: goal.statement })}
        onClick={() => setSaying(true)}
      >
        {isMine ? t('myPlan.pupil.say') : t('myPlan.pupil.write', { name })}
      </button>
    </div>
  );
};
