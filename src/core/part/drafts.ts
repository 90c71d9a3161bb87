import { kindOf } from '../document/entityId.ts';
import type { CaseView, Person, Point } from '../plan/caseView.ts';
import { conferenceOf, mustSayOf } from '../plan/mustSayOf.ts';
import type { PlanCommand, Via } from '../plan/planCommand.ts';
import { PREPARED, type PreparedWords, saysSomething, wordsOf } from '../plan/prepared.ts';
import { preparationId } from '../plan/preparationId.ts';
import type { EntityId, MemberId } from '../shared/ids.ts';
import type { PartCommand } from './decidePart.ts';
import type { PartContent } from './viewPart.ts';

/* What somebody prepares is drafted in their own `voice` and comes into the plan when they share it, in rows with the same ids. */

export interface PreparedMeeting {
  /** The row, in both documents. */
  readonly entity: EntityId;
  readonly by: EntityId;
  readonly meeting: EntityId;
  readonly recordedBy: EntityId | null;
  readonly via: Via;
  /** What stands on the form: the draft, or as long as there is none what was shared. */
  readonly said: PreparedWords | undefined;
  readonly points: readonly Point[];
  readonly isDrafted: boolean;
  /** `changed`: the circle reads what was shared before. */
  readonly state: 'nothing' | 'private' | 'shared' | 'changed';
}

/** One preparation of one meeting as `me` has it: their own, or a child's that they write down with them. */
export function readPrepared(plan: CaseView, voice: PartContent, me: Person, by: EntityId, meeting: EntityId): PreparedMeeting {
  const writer = me.member as MemberId;
  const entity = preparationId(writer, by, meeting);
  const shared = plan.preparations.find(({ id }) => id === entity);
  const sharedPoints = mustSayOf(plan, writer, by, meeting);
  const draft = voice.preparations.find(({ id }) => id === entity);
  const handled = plan.points.filter((point) => point.handled).map(({ id }) => id);
  const points = draft
    ? mustSayOf(voice, writer, by, meeting).filter(({ id, text }) => text !== '' && !handled.includes(id))
    : sharedPoints;
  const said = draft ?? shared;
  const isMine = by === me.id;
  const isShared = shared !== undefined || sharedPoints.length > 0;
  const isSame = !draft || (shared !== undefined && sayTheSame(draft, shared) && haveTheSame(points, sharedPoints));
  const saysAny = (said !== undefined && saysSomething(said)) || points.length > 0;
  return {
    entity,
    by,
    meeting,
    recordedBy: isMine ? null : me.id,
    via: isMine ? 'own' : 'spoken',
    said,
    points,
    isDrafted: draft !== undefined,
    state: isShared ? (isSame ? 'shared' : 'changed') : saysAny ? 'private' : 'nothing',
  };
}

const sayTheSame = (a: PreparedWords, b: PreparedWords): boolean =>
  PREPARED.every((field) => String(a[field] ?? '') === String(b[field] ?? ''));

const haveTheSame = (a: readonly Point[], b: readonly Point[]): boolean =>
  a.length === b.length && a.every(({ id, text }) => b.some((point) => point.id === id && point.text === text));

/**
 * What writes these changes in the draft. The first of them makes it, with what was shared before, in rows that hold the change already:
 * in one save nothing sees what was written before it.
 */
export function writeDraft(prepared: PreparedMeeting, commands: readonly PartCommand[]): readonly PartCommand[] {
  if (prepared.isDrafted) return commands;
  const { entity, by, meeting, recordedBy, via, said, points } = prepared;
  const started = [entity, ...points.map(({ id }) => id)];
  const setsOf = (row: EntityId) =>
    Object.fromEntries(
      commands.flatMap((command) => (command.type === 'set' && command.entity === row ? [[command.field, command.value]] : [])),
    );
  const isRemoved = (row: EntityId) => commands.some((command) => command.type === 'remove' && command.entity === row);
  return [
    {
      type: 'begin',
      kind: 'preparation',
      entity,
      fields: { ...(said && wordsOf(said)), by, recordedBy, via, [kindOf(meeting)]: meeting, ...setsOf(entity) },
    },
    ...points.flatMap((point) =>
      isRemoved(point.id)
        ? []
        : [{ type: 'begin', kind: 'point', entity: point.id, fields: { ...fieldsOf(point), ...setsOf(point.id) } } as const],
    ),
    ...commands.filter((command) => !('entity' in command && started.includes(command.entity))),
  ];
}

/** A point that must be said, for `add` in the draft. */
export const newPoint = ({ by, meeting }: PreparedMeeting, text: string) =>
  ({ type: 'add', kind: 'point', fields: { kind: 'mustSay', saidBy: by, conference: conferenceOf(meeting), text } }) as const;

/** What brings all of it into the plan. */
export const shareCommand = ({ meeting, by, recordedBy, via, said, points }: PreparedMeeting): PlanCommand => ({
  type: 'sharePreparation',
  meeting,
  by,
  recordedBy,
  via,
  said: wordsOf(said ?? NO_WORDS),
  points: points.map(({ id, text }) => ({ id, text })),
});

const NO_WORDS: PreparedWords = {
  mood: null,
  goesWell: '',
  worries: '',
  wish: '',
  wantsThere: [],
  wantsThereToo: '',
  coordinator: null,
  drawing: '',
};

const fieldsOf = ({ text, kind, saidBy, conference, handled, order }: Point) => ({ text, kind, saidBy, conference, handled, order });

/**
 * Two devices of one person can each have made a `voice` before they heard of each other. What was drafted in the other comes into this
 * one: beside what differs, never over it.
 */
export function bringDrafts(
  here: PartContent,
  other: PartContent,
): { readonly bring: readonly PartCommand[]; readonly leave: readonly PartCommand[] } {
  const rows = [...other.preparations, ...other.points];
  return {
    bring: [
      ...other.preparations.flatMap((draft): readonly PartCommand[] => {
        const mine = here.preparations.find(({ id }) => id === draft.id);
        const { by, recordedBy, via, conference, evaluation } = draft;
        const about = { by, recordedBy, via, conference, evaluation };
        if (!mine) return [{ type: 'begin', kind: 'preparation', entity: draft.id, fields: { ...wordsOf(draft), ...about } }];
        return PREPARED.flatMap((field) => beside(draft.id, field, mine[field], draft[field]));
      }),
      ...other.points.flatMap((point): readonly PartCommand[] => {
        const mine = here.points.find(({ id }) => id === point.id);
        return mine
          ? beside(point.id, 'text', mine.text, point.text)
          : [{ type: 'begin', kind: 'point', entity: point.id, fields: fieldsOf(point) }];
      }),
    ],
    leave: rows.map(({ id }) => ({ type: 'remove', entity: id })),
  };
}

/** No basis: whatever stands there was not seen, so both stay in sight. Of a list both are in it. */
function beside(entity: EntityId, field: string, mine: Word, theirs: Word): readonly PartCommand[] {
  if (isList(mine) && isList(theirs)) return [{ type: 'set', entity, field, value: [...new Set([...mine, ...theirs])] }];
  return theirs && theirs !== mine ? [{ type: 'set', entity, field, value: theirs, basis: [] }] : [];
}

type Word = PreparedWords[keyof PreparedWords];
const isList = (word: Word): word is readonly EntityId[] => Array.isArray(word);
