import type { CaseView } from '../../../core/plan/caseView.ts';
import type { PlanKind } from '../../../core/plan/planCommand.ts';
import { planSchema } from '../../../core/plan/planSchema.ts';
import type { FieldType } from '../../../core/document/schema.ts';
import type { CivilDate } from '../../../core/shared/civilDate.ts';
import type { EntityId, MemberId } from '../../../core/shared/ids.ts';
import { useApplication, useCaseView, useStore } from '../applicationContext.tsx';
import { formatDay, formatMoment, formatTime } from '../formatDate.ts';
import { levelText } from '../planWords.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { type Translate, useTexts } from '../../i18n/useTexts.ts';
import { entitiesOf, findEntity, planKindOf } from './entities.ts';
import { fieldWords, nouns } from './fieldWords.ts';

type Value = string | number | boolean | null;

export interface PlanWords {
  readonly noun: (kind: PlanKind) => string;
  /** By what a person recognises this row: a name, a goal's words, a day. '' when it has none. */
  readonly labelOf: (id: EntityId) => string;
  /** null: nothing that a person reads. `undefined` when a newer version of the app made it. */
  readonly fieldWord: (kind: PlanKind, field: string) => string | null | undefined;
  readonly valueWords: (kind: PlanKind, field: string, value: Value) => string;
  readonly memberName: (member: MemberId) => string;
}

/** The person of this device, who may stand in no plan. */
type Me = { readonly member: MemberId; readonly name: string } | null;

/** Every row, field and value of the plan in words, for telling what changed and where two answers stand. */
export function usePlanWords(): PlanWords {
  const t = useTexts();
  return planWords(t, useCaseView(), useMe());
}

export function useMe(): Me {
  const device = useStore(useApplication().device);
  return device.type === 'unlocked' ? device.profile : null;
}

/** The same in whatever language `t` speaks. */
export function planWords(t: Translate, view: CaseView, me: Me): PlanWords {
  const labelOf = (id: EntityId): string => labelIn(view, id);
  return {
    noun: (kind) => t(nouns[kind]),
    labelOf,
    fieldWord: (kind, field) => {
      const word = (fieldWords[kind] as Readonly<Record<string, MessageKey | null>>)[field];
      return word ? t(word) : word;
    },
    valueWords: (kind, field, value) => {
      if (value === null || value === '') return t('shell.conflict.empty');
      const type = (planSchema[kind].fields as Readonly<Record<string, FieldType>>)[field];
      switch (type?.type) {
        case 'choice':
        case 'choices':
          return type.options.includes(String(value)) ? t(`terms.${kind}.${field}.${String(value)}` as MessageKey) : String(value);
        case 'ref':
        case 'refs':
          return labelOf(value as EntityId) || t('case.word.somethingGone');
        case 'date':
          return formatDay(value as CivilDate);
        case 'moment':
          return formatMoment(Number(value));
        case 'time':
          return formatTime(String(value));
        case 'flag':
          return t(value === true ? 'shell.yes' : 'shell.no');
        case 'number':
          return kind === 'attainment' ? levelText(t, Number(value)) : String(value);
        case 'order':
          return t('case.word.place.number', { number: placeOf(view, kind, String(value)) });
        default:
          return (ROWS_IN_TEXT[kind]?.includes(field) && labelOf(value as EntityId)) || String(value);
      }
    },
    memberName: (member) =>
      view.people.find((person) => person.member === member)?.name ?? (me?.member === member ? me.name : t('shell.conflict.someone')),
  };
}

/** Texts that name a row: one of whatever kind, or one that was made in the same save. */
const ROWS_IN_TEXT: { readonly [K in PlanKind]?: readonly string[] } = {
  remark: ['about'],
  adoption: ['goal'],
  companionReply: ['person'],
};

type Label = string | { readonly ref: EntityId | null } | { readonly day: CivilDate | null };

/** What a row is known by: its own words, or those of what it is about. */
function labelIn(view: CaseView, id: EntityId): string {
  const entity = findEntity(view, id);
  const label = entity ? readLabel(entity) : (view.removed.find((removed) => removed.id === id)?.label ?? '');
  if (typeof label === 'string') return label;
  if ('day' in label) return label.day ? formatDay(label.day) : '';
  return label.ref ? labelIn(view, label.ref) : '';
}

function readLabel(entity: object): Label {
  const fields = entity as Readonly<Record<string, unknown>>;
  if (planKindOf(fields['id'] as EntityId) === 'family') return '';
  const words = ['name', 'statement', 'what', 'text'].map((field) => fields[field]).find((word) => typeof word === 'string' && word !== '');
  if (typeof words === 'string') return words;
  const about = ['action', 'goal', 'child', 'by', 'person'].map((field) => fields[field]).find(Boolean);
  if (typeof about === 'string') return { ref: about as EntityId };
  return { day: (fields['day'] ?? null) as CivilDate | null };
}

/** The place in the list that a fractional key stands for, from 1. */
const placeOf = (view: CaseView, kind: PlanKind, order: string): number =>
  1 + entitiesOf(view, kind).filter((entity) => 'order' in entity && String(entity.order) < order).length;
