import type { CaseCopy, CopiedAccess, CopiedDocument } from '../../../../application/application.ts';
import type { WholeRow } from '../../../../core/document/wholeDocument.ts';
import type { Person } from '../../../../core/plan/caseView.ts';
import type { PlanKind } from '../../../../core/plan/planCommand.ts';
import type { CivilDate } from '../../../../core/shared/civilDate.ts';
import { formatDay, formatMoment } from '../../../components/formatDate.ts';
import { familyFirst } from '../../../components/people.ts';
import type { PlanWords } from '../../../components/planRows/usePlanWords.ts';
import type { MessageKey } from '../../../i18n/catalogue.ts';
import type { Translate } from '../../../i18n/useTexts.ts';
import { element, page, type Html, words } from './html.ts';

/** In which words a copy is made. */
export interface CopyWords {
  /** The language that was chosen, for headings; and in Dutch, or the same when that is what was chosen. */
  readonly chosen: Translate;
  readonly dutch: Translate;
  readonly language: string;
  readonly direction: string;
  /** The rows, fields and values of the plan. */
  readonly plan: PlanWords;
  readonly name: string;
  readonly madeAt: string;
}

/** The whole copy as one page that opens without this app, without scripts and without asking anything of the network. */
export function readableCopy({ documents, access }: CaseCopy, say: CopyWords): string {
  const both: Both = (key, values) => [...new Set([say.chosen(key, values), say.dutch(key, values)])];
  return page({
    language: say.language,
    direction: say.direction,
    title: both('rights.copy.title').join(' · '),
    body: [
      element('h1', words(`${both('rights.copy.title').join(' · ')}: ${say.name}`)),
      ...['rights.copy.madeAt', 'rights.copy.leftOut', 'rights.copy.care'].flatMap((key) =>
        both(key as MessageKey, { at: say.madeAt }).map((line) => element('p', words(line))),
      ),
      ...documents.flatMap((document) => writeDocument(document, say, (key) => both(key).join(' · '))),
      element('h2', words(both('rights.seen.title').join(' · '))),
      ...writeAccess(access, both),
    ],
  });
}

type Both = (key: MessageKey, values?: Record<string, string>) => readonly string[];

/** Who looked and when: a moment with each that was done then, once. */
function writeAccess(access: readonly CopiedAccess[], both: Both): readonly Html[] {
  const sentencesOf = ({ name, organisation, what }: CopiedAccess) => {
    const [who = ''] = name === '' ? both('shell.conflict.someone') : [name];
    const shown = organisation === '' ? who : `${who} (${organisation})`;
    return both(`rights.seen.${what}`, { name: shown });
  };
  const moments = [...Map.groupBy(access, ({ at }) => formatMoment(Date.parse(at)))];
  if (moments.length === 0) return both('rights.seen.none').map((line) => element('p', words(line)));
  return [element('dl', ...moments.flatMap(([moment, lines]) => writeField(moment, [...new Set(lines.flatMap(sentencesOf))])))];
}

type Heading = (key: MessageKey) => string;

const DRAFTED: readonly string[] = ['preparation', 'point'] satisfies readonly PlanKind[];

function writeDocument({ kind, content }: CopiedDocument, say: CopyWords, heading: Heading): readonly Html[] {
  const sections = Object.entries(content).flatMap(([rowKind, rows]) => [
    element('h3', words(heading(`rights.kind.${rowKind}` as MessageKey))),
    // A draft has the fields of the plan that it is shared in.
    ...inOrder(rowKind, rows).map((row) => writeRow(kind === 'plan' || DRAFTED.includes(rowKind) ? (rowKind as PlanKind) : null, row, say)),
  ]);
  return [element('h2', words(heading(`rights.kind.document.${kind}`))), ...sections];
}

/** Rows stand in their order; people as the plan shows them. */
const inOrder = (kind: string, rows: readonly WholeRow[]): readonly WholeRow[] =>
  kind === 'person' ? familyFirst(rows.map((row) => ({ ...row, part: (row.fields['part'] ?? null) as Person['part'] }))) : rows;

/** What only a machine reads, as the places of rows and the numbers of devices: the JSON has it. */
const UNREAD: readonly string[] = ['order', 'member', 'version', 'planVersion'];

function writeRow(kind: PlanKind | null, { author, fields, sideBySide }: WholeRow, say: CopyWords): Html {
  const told = Object.entries(fields)
    .filter(([field]) => !UNREAD.includes(field))
    .flatMap(([field, value]) => writeField(fieldWord(kind, field, say), valuesOf(kind, field, value, say)));
  const both = Object.entries(sideBySide)
    .filter(([cell]) => !UNREAD.includes(cell))
    .flatMap(([cell, values]) => {
      const [field = '', item] = cell.split(':');
      const label = `${fieldWord(kind, field, say)} (${say.dutch('rights.copy.sideBySide')})`;
      return writeField(
        label,
        values.flatMap((value) => valuesOf(kind, field, item && value === true ? [item] : value, say)),
      );
    });
  const by = author === null ? [] : writeField(say.dutch('case.field.writtenBy'), [say.plan.memberName(author)]);
  return element('dl', ...told, ...both, ...by);
}

const writeField = (label: string, values: readonly string[]): readonly Html[] => [
  element('dt', words(label)),
  ...values.map((value) => element('dd', words(value))),
];

function valuesOf(kind: PlanKind | null, field: string, value: unknown, { plan }: CopyWords): readonly string[] {
  const all = (Array.isArray(value) ? value : [value]) as readonly (string | number | boolean | null)[];
  if (kind !== null) return all.map((each) => plan.valueWords(kind, field, each));
  // Of the other documents only these two are not read as they stand.
  if (field === 'on') return all.map((each) => formatDay(each as CivilDate));
  return all.map((each) => (field === 'about' && plan.labelOf(each as never)) || String(each));
}

/** Fields that no screen has a word for still have one here. */
const otherWords: Readonly<Record<string, MessageKey>> = {
  caregiver: 'case.field.caregiver',
  child: 'case.field.child',
  conference: 'case.field.conference',
  evaluation: 'case.field.evaluation',
  movedFrom: 'case.field.movedFrom',
  about: 'case.field.about',
  remark: 'case.field.remark',
  familyGoal: 'rights.kind.familyGoal',
  pupilVoice: 'rights.kind.pupilVoice',
  companion: 'rights.kind.companion',
  side: 'case.field.side',
  drawing: 'case.field.drawing',
  edexmlKey: 'case.field.edexmlKey',
  brin: 'case.field.brin',
  title: 'case.field.title',
  purpose: 'case.field.purpose',
  on: 'case.field.on',
  text: 'case.word.text',
};

function fieldWord(kind: PlanKind | null, field: string, { plan, dutch }: CopyWords): string {
  const known = kind === null ? null : plan.fieldWord(kind, field);
  if (known) return known;
  const other = otherWords[field];
  return other ? dutch(other) : field;
}
