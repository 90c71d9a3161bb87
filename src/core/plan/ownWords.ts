import type { EntityId, MemberId } from '../shared/ids.ts';
import type { CaseView, Preparation } from './caseView.ts';
import type { HeardMeeting } from './heardMeetings.ts';
import { allMustSayOf } from './mustSayOf.ts';
import type { Via } from './planCommand.ts';
import { saysSomething } from './prepared.ts';

/** Something a child said that weighs in a meeting, with how it was said. */
export interface OwnWords {
  readonly id: EntityId;
  readonly from: 'preparation' | 'pupilVoice' | 'answer' | 'experience' | 'attainment';
  /** None when it was said with a face, a drawing or a tap of its own. */
  readonly words: readonly string[];
  readonly mood: Preparation['mood'];
  readonly drawing: string;
  readonly via: Via | null;
  readonly recordedBy: EntityId | null;
}

/**
 * The child's own words for this meeting. What it gave on its own device counts as it is; what somebody wrote down for it counts by its
 * words or its drawing, so that nobody makes a child heard with a tap.
 *
 * @param meetings all of them: each word belongs to one
 */
export function ownWords(view: CaseView, child: EntityId, meeting: HeardMeeting, meetings: readonly HeardMeeting[]): readonly OwnWords[] {
  const { preparations, pupilVoices, allAnswers, experiences, attainments } = view;
  // Points name no evaluation, so none can be told to be of this one.
  const mustSay = (writer: MemberId | null) =>
    meeting.kind === 'conference' ? allMustSayOf(view, writer, child, meeting.id).map(({ text }) => text) : [];
  const said: readonly (OwnWords & { readonly isExpressed: boolean })[] = [
    ...preparations
      .filter(({ by, conference, evaluation }) => by === child && (conference ?? evaluation) === meeting.id)
      .map((one) => ({
        ...told(one, 'preparation', one.goesWell, one.worries, one.wish, one.wantsThereToo, ...mustSay(one.author)),
        isExpressed: one.drawing !== '' || (one.via === 'own' && (one.ready || saysSomething(one))),
      })),
    ...pupilVoices
      .filter(({ by, at }) => by === child && weighsIn(at, meetings) === meeting.id)
      .map((one) => ({
        ...told(one, 'pupilVoice', one.text),
        isExpressed: one.drawing !== '' || (one.via === 'own' && one.mood !== null),
      })),
    ...allAnswers
      .filter(({ by, conference, at }) => by === child && (conference ?? answersTo(at, meetings)) === meeting.id)
      .map((one) => ({ ...told(one, 'answer', one.view), isExpressed: one.via === 'own' })),
    ...experiences
      .filter(({ by, evaluation }) => by === child && evaluation === meeting.id)
      // The row of the table is nobody's: there `own` is only what it says.
      .map((one) => ({
        ...told(one, 'experience', one.words),
        isExpressed: one.author !== null && one.via === 'own' && one.grade !== null,
      })),
    ...attainments
      .filter(({ by, evaluation }) => by === child && evaluation === meeting.id)
      .map((one) => ({ ...told(one, 'attainment', one.remark), isExpressed: false })),
  ];
  return said.filter(({ words, isExpressed }) => isExpressed || words.length > 0).map(({ isExpressed: _, ...one }) => one);
}

interface Said {
  readonly id: EntityId;
  readonly via: Via | null;
  readonly recordedBy: EntityId | null;
  readonly mood?: Preparation['mood'];
  readonly drawing?: string;
}

const told = ({ id, via, recordedBy, mood = null, drawing = '' }: Said, from: OwnWords['from'], ...words: readonly string[]): OwnWords => ({
  id,
  from,
  words: words.map((text) => text.trim()).filter(Boolean),
  mood,
  drawing,
  via,
  recordedBy,
});

/** What is said weighs in the first meeting that ends after it: words come before what they are for. */
const weighsIn = (at: number | null, meetings: readonly HeardMeeting[]): EntityId | undefined =>
  meetings.find(({ endedAt }) => endedAt === null || endedAt >= (at ?? 0))?.id;

/** An answer is about the plan that the last conference made; before any, about the one that is being made. */
function answersTo(at: number | null, meetings: readonly HeardMeeting[]): EntityId | undefined {
  const conferences = meetings.filter(({ kind }) => kind === 'conference');
  const last = conferences.findLast(({ endedAt }) => endedAt !== null && endedAt <= (at ?? 0));
  return (last ?? conferences[0])?.id;
}
