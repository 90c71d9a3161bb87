import type { HistoryEntry } from '../../../../application/application.ts';
import type { EntityId, MemberId } from '../../../../core/shared/ids.ts';
import { planKindOf } from '../../../components/planRows/entities.ts';

/** What one thing in the plan went through, as a family wants to hear it: once per thing, newest first. */
export interface Change {
  readonly entity: EntityId;
  readonly what: keyof typeof FIELDS;
  readonly change: 'added' | 'changed' | 'removed';
  /** Who did the last of it. */
  readonly author: MemberId;
  readonly at: number;
}

/** Of each thing that a plan is about, the fields whose change is a change to those who agreed; its order or what a meeting ticks is none. */
const FIELDS = {
  goal: ['statement', 'about', 'wholeFamily', 'levelMinus2', 'level0', 'state', 'doesHome', 'doesSchool', 'doesLeisure', 'deleted'],
  action: ['what', 'who', 'where', 'startsOn', 'due', 'doneWhen', 'deleted'],
  agreement: ['text', 'people', 'deleted'],
  role: ['name', 'person', 'acceptedAt', 'endedAt', 'deleted'],
  coordinatorTurn: ['person', 'acceptedAt', 'declinedAt', 'endedAt', 'cover', 'reachability', 'deleted'],
  conference: ['day', 'at', 'place', 'state', 'deleted'],
  evaluation: ['day', 'deleted'],
} as const satisfies { readonly [kind: string]: readonly string[] };

/** `history`: newest first. What I wrote myself is no news to me. */
export function changesSince(history: readonly HistoryEntry[], since: number, me: string | undefined): readonly Change[] {
  const news = history.filter((entry) => entry.at > since && entry.author !== me && isNews(entry));
  return [...Map.groupBy(news, ({ entity }) => entity).values()].flatMap((ofOne) => {
    const [last] = ofOne as [HistoryEntry, ...HistoryEntry[]];
    const isNew = ofOne.some(({ change }) => change === 'added');
    // What came and went again meanwhile was never there for somebody who was away.
    if (isNew && last.change === 'removed') return [];
    const change = last.change === 'removed' ? 'removed' : isNew ? 'added' : 'changed';
    return [{ entity: last.entity, what: planKindOf(last.entity) as Change['what'], change, author: last.author, at: last.at }];
  });
}

function isNews({ entity, field, change }: HistoryEntry): boolean {
  if (change === 'refused' || change === 'unknown' || change === 'erased') return false;
  const kind = planKindOf(entity);
  const fields: readonly string[] = kind !== null && kind in FIELDS ? FIELDS[kind as Change['what']] : [];
  return change === 'added' ? fields.length > 0 : fields.includes(field.split(':', 1)[0]!);
}
