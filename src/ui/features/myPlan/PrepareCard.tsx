import { generatePath, Link, useParams } from 'react-router';
import type { Person } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Chip } from '../../components/Chip.tsx';
import { formatDayLong } from '../../components/formatDate.ts';
import { paths } from '../../components/paths.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';
import { nextMeeting } from './nextMeeting.ts';
import { PlanCard } from './PlanCard.tsx';
import { useWho } from './useWho.ts';

/** A meeting comes: what do I want to say there? A parent also helps a child with theirs. */
export const PrepareCard = () => {
  const t = useTexts();
  const who = useWho();
  const view = useCaseView();
  const meeting = nextMeeting(view, useToday());
  const { me } = view;
  if (!meeting || !me) return null;
  const children = me.part === 'caregiver' ? view.children : [];
  const lines = [t('myPlan.prepare.when', { day: formatDayLong(meeting.day) }), t('myPlan.prepare.why', who)];
  return (
    <PlanCard title={t('myPlan.prepare', who)} aloud={lines}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {[me, ...children].map((person) => (
        <ToForm key={person.id} person={person} isMine={person === me} meeting={meeting.id} label={t('myPlan.prepare.mine')} />
      ))}
    </PlanCard>
  );
};

interface ToFormProps {
  /** What the form is called, when it is one's own. */
  readonly label: string;
  readonly person: Person;
  readonly isMine: boolean;
  readonly meeting: string;
}

/** To one's own form or that of a child, and how far it is. */
export const ToForm = ({ person, isMine, meeting, label }: ToFormProps) => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  const { preparations } = useCaseView();
  const theirs = preparations.filter(
    ({ by, conference, evaluation }) => by === person.id && [conference, evaluation].some((id) => id === meeting),
  );
  const isReady = theirs.some(({ ready }) => ready);
  return (
    <div className={styles['buttons']}>
      <Link
        className={isMine ? styles['primary'] : styles['quiet']}
        to={generatePath(paths.prepare, { caseId, personId: isMine ? null : person.id })}
      >
        {isMine ? label : t('myPlan.prepare.child', { name: person.name })}
      </Link>
      {theirs.length > 0 && <Chip tone={isReady ? 'done' : 'plain'}>{t(isReady ? 'myPlan.prepare.ready' : 'myPlan.prepare.begun')}</Chip>}
    </div>
  );
};
