import type { HistoryEntry } from '../../../../application/application.ts';
import type { CaseView } from '../../../../core/plan/caseView.ts';
import type { PlanKind } from '../../../../core/plan/planCommand.ts';
import { formatDay } from '../../../components/formatDate.ts';
import type { MessageKey } from '../../../i18n/catalogue.ts';
import type { Translate } from '../../../i18n/useTexts.ts';
import type { PlanWords } from '../../../components/planRows/usePlanWords.ts';
import type { TimelineItem } from './timelineItems.ts';

export interface Told {
  readonly sentence: string;
  readonly details: readonly string[];
}

interface Telling {
  readonly t: Translate;
  readonly words: PlanWords;
  readonly view: CaseView;
}

const LONGEST = 200;
/** Fields that say what happened to a turn or a meeting, or a value that does: each a sentence of its own, the first one counts. */
const milestones = {
  coordinatorTurn: [
    ['endedAt', 'case.tell.coordinatorEnded'],
    ['acceptedAt', 'case.tell.coordinatorAccepted'],
    ['declinedAt', 'case.tell.coordinatorDeclined'],
  ],
  role: [['acceptedAt', 'case.tell.roleAccepted']],
  conference: [
    ['state', 'case.tell.conferenceMoved', 'moved'],
    ['state', 'case.tell.conferenceCancelled', 'cancelled'],
    ['endedAt', 'case.tell.conferenceEnded'],
    ['startedAt', 'case.tell.conferenceStarted'],
  ],
  evaluation: [
    ['finishedAt', 'case.tell.evaluationFinished'],
    ['startedAt', 'case.tell.evaluationStarted'],
  ],
  sharing: [['withdrawnOn', 'case.tell.sharingWithdrawn']],
} as const satisfies Partial<Record<PlanKind, readonly (readonly [field: string, sentence: MessageKey, value?: string])[]>>;

/** What is added and speaks for itself: who said what about what. */
const statements = {
  report: ['status', 'case.tell.report'],
  answer: ['reply', 'case.tell.answer'],
  attainment: ['level', 'case.tell.attainment'],
  goalOutcome: ['outcome', 'case.tell.goalOutcome'],
  kept: ['kept', 'case.tell.kept'],
  authority: ['holds', 'case.tell.authority'],
  experience: ['grade', 'case.tell.experience'],
} as const satisfies Partial<Record<PlanKind, readonly [string, string]>>;

/** One item of the timeline as a sentence with what stands in it now. */
export function tell(item: TimelineItem, telling: Telling): Told {
  const { t, words } = telling;
  const { kind, change } = item;
  const who = words.memberName(item.author);
  if (change === 'unknown' || kind === null) return { sentence: t('case.tell.unknown', { who }), details: [] };
  const about = { who, noun: words.noun(kind), label: words.labelOf(item.entity) };
  if (change === 'erased') return tellErased(item, kind, about, telling);
  const details = item.entries.flatMap((entry) => detailOf(kind, entry, telling));
  if (change === 'refused') return { sentence: t('case.tell.refused', about), details };
  if (change === 'removed') return { sentence: t('case.tell.removed', about), details: [] };
  if (change === 'restored') return { sentence: t('case.tell.restored', about), details: [] };
  return tellMilestone(item, kind, telling) ?? tellStatement(item, kind, telling) ?? tellEdit(item, kind, about, details, telling);
}

/** Not what stood there: where it stood. */
function tellErased(
  { entries }: TimelineItem,
  kind: PlanKind,
  about: { readonly who: string; readonly noun: string },
  { t, words }: Telling,
): Told {
  const details = entries.flatMap(({ field }) => words.fieldWord(kind, field) ?? []);
  return { sentence: t(kind === 'family' ? 'case.tell.erasedFamily' : 'case.tell.erased', about), details };
}

function tellEdit(
  { change, entries }: TimelineItem,
  kind: PlanKind,
  about: { readonly who: string; readonly noun: string; readonly label: string },
  details: readonly string[],
  { t }: Telling,
): Told {
  if (kind === 'family')
    return change === 'added' && entries.some(({ field }) => field === 'name')
      ? { sentence: t('case.tell.caseMade', about), details: [] }
      : { sentence: t('case.tell.familyChanged', about), details };
  if (kind === 'coordinatorTurn' && change === 'added') return { sentence: t('case.tell.coordinatorAsked', about), details: [] };
  if (change === 'added') return { sentence: t('case.tell.added', about), details: [] };
  return { sentence: t('case.tell.changed', about), details };
}

function tellMilestone({ entries, entity, author }: TimelineItem, kind: PlanKind, telling: Telling): Told | undefined {
  if (!(kind in milestones)) return undefined;
  const { t, words, view } = telling;
  const found = milestones[kind as keyof typeof milestones].find(([field, , wanted]) =>
    entries.some(({ field: written, value }) => written === field && value !== null && (wanted === undefined || value === wanted)),
  );
  if (!found) return undefined;
  const reasons = entries.flatMap((entry) => (entry.field === 'stateReason' ? detailOf(kind, entry, telling) : []));
  const days = view.conferences.flatMap(({ movedFrom, day }) =>
    movedFrom === entity && day ? [t('case.tell.movedTo', { day: formatDay(day) })] : [],
  );
  return { sentence: t(found[1], { who: words.memberName(author), label: words.labelOf(entity) }), details: [...reasons, ...days] };
}

function tellStatement({ entries, entity, author }: TimelineItem, kind: PlanKind, telling: Telling): Told | undefined {
  if (!(kind in statements)) return undefined;
  const { t, words, view } = telling;
  const [field, key] = statements[kind as keyof typeof statements];
  const said = entries.findLast((entry) => entry.field === field && entry.value !== null);
  if (!said) return undefined;
  const by = entries.find((entry) => entry.field === 'by')?.value;
  const caregiver = view.authorities.find(({ id }) => id === entity)?.caregiver;
  const values = {
    who: words.memberName(author),
    by: by ? words.valueWords(kind, 'by', by) : words.memberName(author),
    caregiver: caregiver ? words.labelOf(caregiver) : '',
    label: words.labelOf(entity),
    said: words.valueWords(kind, field, said.value).toLowerCase(),
  };
  const more = entries.flatMap((entry) =>
    ['reason', 'view', 'remark', 'words', 'newDate'].includes(entry.field) ? detailOf(kind, entry, telling) : [],
  );
  return { sentence: t(key, values), details: more };
}

/** "groep of klas: groep 5". A set is told element by element: what came in and what went out. */
function detailOf(kind: PlanKind, { field, value, change }: HistoryEntry, { t, words }: Telling): readonly string[] {
  const [name, element] = field.split(/:(.*)/s) as [string, string | undefined];
  const known = words.fieldWord(kind, name);
  if (known === null) return [];
  if (known === undefined) return [t('case.tell.newerField')];
  // A question is answered, anything else is named: both read on in what stands there.
  const word = known.endsWith('?') ? known : `${known}:`;
  if (name === 'order') return [t('case.tell.moved')];
  if (element !== undefined)
    return [t(value === true ? 'case.tell.elementIn' : 'case.tell.elementOut', { word, value: words.valueWords(kind, name, element) })];
  if (change === 'changed' && value === null && isNote(kind, name)) return [t('case.tell.noteWritten', { word })];
  if (value === null) return [t('case.tell.emptied', { word })];
  const said = words.valueWords(kind, name, value);
  return [t('case.tell.value', { word, value: said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said })];
}

const isNote = (kind: PlanKind, field: string): boolean =>
  (kind === 'family' && field === 'analysis') || (kind === 'conference' && field === 'notes');
