import type { Goal, PupilVoice } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Chip } from '../../components/Chip.tsx';
import { formatMoment } from '../../components/formatDate.ts';
import { childrenOf } from '../../components/people.ts';
import { useNames } from '../../components/useNames.ts';
import { PupilWords } from '../../components/heard/PupilWords.tsx';
import { Words } from '../../components/Words.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';
import { SayOfGoal } from './SayOfGoal.tsx';

/** What the children say of a goal and what was done with it. A child says it itself; those who raise it write it down with it. */
export const PupilSays = ({ goal }: { readonly goal: Goal }) => {
  const view = useCaseView();
  const { me, pupilVoices } = view;
  const said = pupilVoices.filter((one) => one.goal === goal.id);
  return (
    <>
      {said.map((one) => (
        <Said key={one.id} said={one} />
      ))}
      {me?.part === 'child' && <SayOfGoal goal={goal} child={me} me={me} />}
      {me?.part === 'caregiver' && childrenOf(view, goal).map((child) => <SayOfGoal key={child.id} goal={goal} child={child} me={me} />)}
    </>
  );
};

const Said = ({ said }: { readonly said: PupilVoice }) => {
  const t = useTexts();
  const { nameOf } = useNames();
  const { by, at, via, recordedBy, replies, isOpen } = said;
  const when = { name: nameOf(by), at: at === null ? '' : formatMoment(at) };
  return (
    <div className={styles['state']}>
      <PupilWords said={said} drawing={t('myPlan.pupil.drawing', { name: nameOf(by) })} />
      <p className={styles['soft']}>
        {via === 'own' ? t('myPlan.pupil.own', when) : t('myPlan.pupil.recorded', { ...when, recorder: nameOf(recordedBy) })}
      </p>
      {isOpen ? <Chip tone="plain">{t('myPlan.remark.open')}</Chip> : <strong>{t('myPlan.pupil.weighed')}</strong>}
      {replies.map((reply) => (
        <div key={reply.id} className={styles['reply']}>
          <strong translate="no">{nameOf(reply.by)}:</strong> <Words as="span">{reply.text}</Words>
        </div>
      ))}
    </div>
  );
};
