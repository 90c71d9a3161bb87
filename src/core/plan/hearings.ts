import type { CivilDate } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import type { CaseView, Hearing } from './caseView.ts';
import { heardMeetings, type HeardMeeting } from './heardMeetings.ts';
import { type OwnWords, ownWords } from './ownWords.ts';

/** A pupil is heard when its plan is made, changed and evaluated, whatever its age; the school cannot waive it. */
export const hearingRight = {
  source: 'Hoorrecht: Wet versterking positie ouders en leerlingen in het passend onderwijs (Kamerstukken 36443)',
  validFrom: '2025-08-01' as CivilDate,
  checkedOn: '2026-11-29' as CivilDate,
} as const;

/** One child at one meeting: whether and how it was heard, and whether it heard what was done with that. */
export interface HearingMoment extends HeardMeeting {
  readonly child: EntityId;
  /** null: neither heard nor, in words, offered or tried. */
  readonly outcome: Hearing['outcome'];
  /** What it said itself. Then it was heard, whatever else stands there. */
  readonly own: readonly OwnWords[];
  /** What was written down about it last, that counts: in the order in which it came, as clocks may be wrong. */
  readonly record: Hearing | null;
  /** What the team did with it, in words for the child: to this meeting, or to each thing that it said of a goal. */
  readonly answers: readonly { readonly id: EntityId; readonly text: string; readonly by: EntityId | null }[];
  readonly isAnswered: boolean;
  /** Still to be done, since the law asks it. */
  readonly isOpen: boolean;
}

/** Every meeting of the plan as this child was, or is still to be, heard at it: those that ended first, then those ahead. */
export function findHearings(view: CaseView, child: EntityId): readonly HearingMoment[] {
  const meetings = heardMeetings(view);
  return meetings.map((meeting) => hearingAt(view, child, meeting, meetings));
}

/** The same of all children at one meeting. */
export function hearingsAt(view: CaseView, meeting: EntityId): readonly HearingMoment[] {
  const meetings = heardMeetings(view);
  const found = meetings.filter(({ id }) => id === meeting);
  return found.flatMap((one) => view.children.map(({ id }) => hearingAt(view, id, one, meetings)));
}

function hearingAt(view: CaseView, child: EntityId, meeting: HeardMeeting, meetings: readonly HeardMeeting[]): HearingMoment {
  const own = ownWords(view, child, meeting, meetings);
  const rows = view.hearings.filter((row) => row.child === child && (row.conference ?? row.evaluation) === meeting.id);
  const record = rows.findLast(counts) ?? null;
  const outcome = own.length > 0 ? 'heard' : (record?.outcome ?? null);
  const spoken = view.pupilVoices.filter(({ id }) => own.some((one) => one.id === id));
  const told = rows.flatMap(({ id, answer, by }) => (answer.trim() === '' ? [] : [{ id, text: answer, by }]));
  const answers = [...spoken.flatMap(({ replies }) => replies.map(({ id, text, by }) => ({ id, text, by }))), ...told];
  const isAnswered = told.length > 0 || (spoken.length > 0 && spoken.every(({ isOpen }) => !isOpen));
  const isOpen = outcome === null && meeting.isChange && meeting.day >= hearingRight.validFrom;
  return { ...meeting, child, outcome, own, record, answers, isAnswered, isOpen };
}

/** Without words, or without who spoke for the child, a row says nothing: whatever wrote it. */
const counts = ({ outcome, how, spokeFor, spokeForToo }: Hearing): boolean =>
  how.trim() !== '' && (outcome !== 'couldNot' || spokeFor !== null || spokeForToo.trim() !== '');

export interface Unheard {
  readonly meeting: EntityId;
  readonly children: readonly EntityId[];
}

/** Who is still to be heard at the last conference and the last evaluation that were begun: earlier ones are history. */
export function findUnheard(view: CaseView): readonly Unheard[] {
  const begun = heardMeetings(view).filter(({ stage }) => stage !== 'coming');
  return (['conference', 'evaluation'] as const).flatMap((kind) => {
    const meeting = begun.findLast((one) => one.kind === kind)?.id;
    if (meeting === undefined) return [];
    const open = hearingsAt(view, meeting).filter(({ isOpen }) => isOpen);
    return open.length === 0 ? [] : [{ meeting, children: open.map(({ child }) => child) }];
  });
}
