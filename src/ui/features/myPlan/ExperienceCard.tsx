import { useId, useState } from 'react';
import { FACES, type Face, faceOf, gradeOf } from '../../../core/evaluation/faces.ts';
import type { CaseView } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { formatDayLong } from '../../components/formatDate.ts';
import { useChange } from '../../components/useChange.ts';
import { useNames } from '../../components/useNames.ts';
import { Words } from '../../components/Words.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { FaceChoice } from './FaceChoice.tsx';
import { Failed } from './Failed.tsx';
import styles from './myPlan.module.css';
import { PlanCard } from './PlanCard.tsx';
import { SayForm } from './SayForm.tsx';
import { useWho } from './useWho.ts';

/** We looked back together: how was that for me? In faces with words; what somebody wrote down for me stays beside it. */
export const ExperienceCard = () => {
  const t = useTexts();
  const who = useWho();
  const { me, evaluations, experiences } = useCaseView();
  const { run, isRunning, errorText, clearError } = useChange();
  const [isSaying, setSaying] = useState(false);
  const label = useId();
  const held = evaluations.findLast(({ state }) => state === 'finished');
  if (!me || !held?.day) return null;
  const mine = experiences.filter(({ evaluation, by }) => evaluation === held.id && by === me.id);
  const own = mine.find(({ via, author }) => via === 'own' && author !== null) ?? mine.find(({ via }) => via === 'own');
  const lines = [t('myPlan.experience.when', { day: formatDayLong(held.day) }), t('myPlan.experience.explain', who)];
  const about = { type: 'giveExperience', evaluation: held.id } as const;

  async function say(words: string): Promise<void> {
    if (await run({ ...about, words })) setSaying(false);
  }

  return (
    <PlanCard title={t('myPlan.experience', who)} aloud={lines}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {mine
        .filter(({ via }) => via !== 'own')
        .map((said) => (
          <Recorded key={said.id} said={said} />
        ))}
      <p id={label}>{t('myPlan.experience.choose', who)}</p>
      <div role="radiogroup" aria-labelledby={label}>
        <FaceChoice<Face>
          options={FACES.toReversed().map((value) => ({ value, label: t(`myPlan.experience.${value}`) }))}
          value={own && own.grade !== null ? faceOf(own.grade) : null}
          onChoose={(face) => void (isRunning || run({ ...about, grade: gradeOf(face) }))}
        />
      </div>
      {own?.words && !isSaying && <Words>{own.words}</Words>}
      {isSaying ? (
        <SayForm
          label={t('myPlan.experience.words', who)}
          send={t('myPlan.notRight.send')}
          begin={own?.words ?? ''}
          error={errorText}
          isBusy={isRunning}
          onSend={(words) => void say(words)}
          onCancel={() => {
            clearError();
            setSaying(false);
          }}
        />
      ) : (
        <>
          <Failed why={errorText} />
          <div>
            <button type="button" className={styles['quiet']} onClick={() => setSaying(true)}>
              {t(own?.words ? 'myPlan.experience.change' : 'myPlan.experience.add')}
            </button>
          </div>
        </>
      )}
    </PlanCard>
  );
};

const Recorded = ({ said: { grade, words, recordedBy } }: { readonly said: CaseView['experiences'][number] }) => {
  const t = useTexts();
  const who = useWho();
  const { nameOf } = useNames();
  if (grade === null && words === '') return null;
  return (
    <div className={styles['state']}>
      <p className={styles['soft']}>{t('myPlan.experience.recorded', { ...who, name: nameOf(recordedBy) })}</p>
      {grade !== null && <p>{t(`myPlan.experience.${faceOf(grade)}`)}</p>}
      {words && <Words>{words}</Words>}
    </div>
  );
};
