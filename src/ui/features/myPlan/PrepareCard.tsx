import { generatePath, Link, useParams } from 'react-router';
import type { Store, VoiceView } from '../../../application/application.ts';
import { type PreparedMeeting, readPrepared } from '../../../core/part/drafts.ts';
import type { CaseView, Person } from '../../../core/plan/caseView.ts';
import { useCaseView, useStore } from '../../components/applicationContext.tsx';
import { Chip, type ChipTone } from '../../components/Chip.tsx';
import { formatDayLong } from '../../components/formatDate.ts';
import { paths } from '../../components/paths.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';
import { type Meeting, nextMeeting } from './nextMeeting.ts';
import { PlanCard } from './PlanCard.tsx';
import { useOwnVoice } from './useOwnVoice.ts';
import { useWho } from './useWho.ts';

/** A meeting comes: what do I want to say there? A parent also helps a child with theirs. */
export const PrepareCard = () => {
  const view = useCaseView();
  const meeting = nextMeeting(view, useToday());
  return meeting && view.me && <Coming meeting={meeting} me={view.me} />;
};

interface ComingProps {
  readonly meeting: Meeting;
  readonly me: Person;
}
interface Form {
  readonly person: Person;
  /** null: the draft is not read yet. */
  readonly state: PreparedMeeting['state'] | null;
}

/** One and the same card before and after the drafts are read: a link that is replaced loses the finger that is on it. */
const Coming = ({ meeting, me }: ComingProps) => {
  const { children } = useCaseView();
  const forms = useForms(meeting, me, [me, ...(me.part === 'caregiver' ? children : [])]);
  return <Card meeting={meeting} me={me} forms={forms} />;
};

/** To one's own form, and how far it is. */
export const OwnForm = ({ meeting, me, label }: ComingProps & { readonly label: string }) => {
  const [form] = useForms(meeting, me, [me]);
  return form && <ToForm {...form} isMine label={label} />;
};

function useForms(meeting: Meeting, me: Person, people: readonly Person[]): readonly Form[] {
  const plan = useCaseView();
  const voice = useOwnVoice();
  const drafts = useStore(voice.type === 'open' ? voice.opened.view : NOT_READ);
  return people.map((person) => {
    if (!drafts) return { person, state: null };
    const { state } = readPrepared(plan, drafts, me, person.id, meeting.id);
    return { person, state: state === 'nothing' && isSharedByOther(plan, person, meeting) ? ('shared' as const) : state };
  });
}

const NOT_READ: Store<VoiceView | null> = { get: () => null, subscribe: () => () => undefined };

/** With a child the other parent can have filled it in, or the child itself. */
const isSharedByOther = ({ preparations }: CaseView, person: Person, meeting: Meeting): boolean =>
  preparations.some(({ by, conference, evaluation }) => by === person.id && [conference, evaluation].includes(meeting.id));

const Card = ({ meeting, me, forms }: ComingProps & { readonly forms: readonly Form[] }) => {
  const t = useTexts();
  const who = useWho();
  const isWaiting = forms.some(({ state }) => state === 'private') && !forms.some(({ state }) => state === 'shared' || state === 'changed');
  const lines = [
    t('myPlan.prepare.when', { day: formatDayLong(meeting.day) }),
    t(isWaiting ? 'myPlan.prepare.alone' : 'myPlan.prepare.why', who),
  ];
  return (
    <PlanCard title={t('myPlan.prepare', who)} aloud={lines}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {forms.map(({ person, state }) => (
        <ToForm key={person.id} person={person} state={state} isMine={person === me} label={t('myPlan.prepare.mine')} />
      ))}
    </PlanCard>
  );
};

const TONES: Readonly<Record<'private' | 'shared' | 'changed', ChipTone>> = { private: 'plain', shared: 'done', changed: 'attention' };

/** `label`: what the form is called, when it is one's own. */
const ToForm = ({ person, state, isMine, label }: Form & { readonly isMine: boolean; readonly label: string }) => {
  const t = useTexts();
  const who = useWho();
  const { caseId = '' } = useParams();
  return (
    <div className={styles['buttons']}>
      <Link
        className={isMine ? styles['primary'] : styles['quiet']}
        to={generatePath(paths.prepare, { caseId, personId: isMine ? null : person.id })}
      >
        {isMine ? label : t('myPlan.prepare.child', { name: person.name })}
      </Link>
      {state && state !== 'nothing' && <Chip tone={TONES[state]}>{t(`myPlan.prepare.${state}`, who)}</Chip>}
    </div>
  );
};
