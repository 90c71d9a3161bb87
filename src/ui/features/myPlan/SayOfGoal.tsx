import { Pencil, Smile } from 'lucide-react';
import { useId, useState } from 'react';
import type { Goal, Person } from '../../../core/plan/caseView.ts';
import type { Mood } from '../../components/Smiley.tsx';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { FaceChoice } from './FaceChoice.tsx';
import styles from './myPlan.module.css';
import { DrawingPaper } from './prepare/DrawingPaper.tsx';
import { SayForm } from './SayForm.tsx';
import { useSaying } from '../../components/useSaying.ts';

interface SayOfGoalProps {
  readonly goal: Goal;
  /** Whose words they are. */
  readonly child: Person;
  readonly me: Person;
  /** A large button with a face, for who looks rather than reads. */
  readonly isLarge?: boolean;
}

/** What the child says on its own device, or what I write down with it: a face, words or a drawing. */
export const SayOfGoal = ({ goal, child: { id: by, name }, me, isLarge = false }: SayOfGoalProps) => {
  const t = useTexts();
  const { options } = useTerms();
  const faces = useId();
  const [mood, setMood] = useState<Mood | null>(null);
  // Null: no paper yet.
  const [drawing, setDrawing] = useState<string | null>(null);
  const { isSaying, begin, say, form } = useSaying();
  const isMine = by === me.id;
  const voice = isMine ? ({ via: 'own', recordedBy: null } as const) : ({ via: 'spoken', recordedBy: me.id } as const);

  function beginAnew(): void {
    setMood(null);
    setDrawing(null);
    begin();
  }

  return isSaying ? (
    <SayForm
      label={isMine ? t('myPlan.pupil.label') : t('myPlan.pupil.labelWith', { name })}
      send={t('myPlan.notRight.send')}
      missing={t('myPlan.pupil.missing')}
      {...form}
      onSend={(text) => void say({ type: 'sayOfGoal', goal: goal.id, by, text, mood, drawing: drawing ?? '', ...voice })}
      isSaid={mood !== null || Boolean(drawing)}
      before={
        <div role="radiogroup" aria-labelledby={faces}>
          <p id={faces}>{t('myPlan.pupil.face')}</p>
          <FaceChoice<Mood> options={options('pupilVoice', 'mood')} value={mood} onChoose={setMood} />
        </div>
      }
    >
      {drawing === null ? (
        <div>
          <button type="button" className={styles['plain']} onClick={() => setDrawing('')}>
            <Pencil size={22} aria-hidden /> {t('myPlan.pupil.draw')}
          </button>
        </div>
      ) : (
        <DrawingPaper value={drawing} onDraw={setDrawing} />
      )}
    </SayForm>
  ) : (
    <div>
      <button
        type="button"
        className={styles[isLarge ? 'quiet' : 'small']}
        aria-label={isMine ? t('myPlan.pupil.sayOf', { goal: goal.statement }) : t('myPlan.pupil.writeOf', { name, goal: goal.statement })}
        onClick={beginAnew}
      >
        {isLarge && <Smile size={28} aria-hidden />}
        {isMine ? t('myPlan.pupil.say') : t('myPlan.pupil.write', { name })}
      </button>
    </div>
  );
};
