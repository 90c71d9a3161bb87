import type { HistoryEntry } from '../../../../application/application.ts';
import type { PlanKind } from '../../../../core/plan/planCommand.ts';
import type { EntityId, MemberId, OperationId } from '../../../../core/shared/ids.ts';
import { planKindOf } from '../../../components/planRows/entities.ts';

/** One cell as it was left, with every value that was written in it in this go. */
export interface TimelineEntry extends HistoryEntry {
  readonly values: readonly OperationId[];
}

export interface TimelineItem {
  readonly key: string;
  readonly at: number;
  readonly author: MemberId;
  readonly entity: EntityId;
  /** null: a newer version of the app made this. */
  readonly kind: PlanKind | null;
  readonly change: HistoryEntry['change'];
  /** In the order of writing. */
  readonly entries: readonly TimelineEntry[];
}

/** Typing is saved every moment; within this time it is told once, as it was left. */
const ONE_SITTING = 15 * 60_000;

/** What one person did to one thing in one go, newest first. `history` is newest first, one entry per cell. */
export function groupHistory(history: readonly HistoryEntry[]): readonly TimelineItem[] {
  const items: TimelineItem[] = [];
  for (const [index, entry] of history.entries()) {
    const last = items.at(-1);
    const grown = last && joined(last, entry);
    if (grown) items[items.length - 1] = grown;
    else items.push(itemOf(entry, index, history.length));
  }
  return items;
}

const itemOf = (entry: HistoryEntry, index: number, count: number): TimelineItem => ({
  // Counted from the oldest, so that an item keeps its key when newer ones come.
  key: String(count - index),
  at: entry.at,
  author: entry.author,
  entity: entry.entity,
  kind: entry.change === 'unknown' ? null : planKindOf(entry.entity),
  change: entry.change,
  entries: [withValues(entry)],
});

const withValues = (entry: HistoryEntry): TimelineEntry => ({ ...entry, values: entry.id === null ? [] : [entry.id] });

/** The newer item with an older entry taken in; undefined when they are two things. */
function joined(newer: TimelineItem, older: HistoryEntry): TimelineItem | undefined {
  if (newer.entity !== older.entity || newer.author !== older.author || newer.at - older.at > ONE_SITTING) return undefined;
  const isEdit = (change: HistoryEntry['change']) => change === 'changed' || change === 'added';
  if (newer.change !== 'changed' || !isEdit(older.change)) return undefined;
  const [told] = newer.entries.filter(({ field }) => field === older.field);
  const entries = told
    ? newer.entries.map((entry) => (entry === told ? { ...told, values: [...told.values, ...withValues(older).values] } : entry))
    : [withValues(older), ...newer.entries];
  return { ...newer, change: older.change, entries };
}

export type TimelineFilter = 'all' | 'people' | 'preparation' | 'plan' | 'roles' | 'meetings';

const filters: Readonly<Record<PlanKind, Exclude<TimelineFilter, 'all'>>> = {
  family: 'preparation',
  person: 'people',
  household: 'people',
  authority: 'people',
  sharing: 'preparation',
  strength: 'plan',
  concern: 'plan',
  earlierHelp: 'preparation',
  helper: 'people',
  point: 'preparation',
  preparation: 'preparation',
  remark: 'plan',
  remarkReply: 'plan',
  familyGoal: 'plan',
  adoption: 'plan',
  pupilVoice: 'plan',
  pupilVoiceReply: 'plan',
  companion: 'people',
  companionReply: 'people',
  hearing: 'plan',
  goal: 'plan',
  action: 'plan',
  report: 'plan',
  role: 'roles',
  coordinatorTurn: 'roles',
  agreement: 'roles',
  answer: 'meetings',
  conference: 'meetings',
  evaluation: 'meetings',
  attainment: 'meetings',
  goalOutcome: 'meetings',
  kept: 'meetings',
  experience: 'meetings',
};

export const FILTERS: readonly TimelineFilter[] = ['all', 'people', 'preparation', 'plan', 'roles', 'meetings'];

export const isShown = (kind: PlanKind | null, filter: TimelineFilter): boolean =>
  filter === 'all' || (kind !== null && filters[kind] === filter);
