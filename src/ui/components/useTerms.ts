import { planSchema, type PlanSchema } from '../../core/plan/planSchema.ts';
import type { MessageKey } from '../i18n/catalogue.ts';
import { useTexts } from '../i18n/useTexts.ts';

type OptionOf<F> = F extends { readonly type: 'choice' | 'choices'; readonly options: readonly (infer O extends string)[] } ? O : never;
type Kind = keyof PlanSchema & string;
type ChoiceField<K extends Kind> = {
  [F in keyof PlanSchema[K]['fields'] & string]: [OptionOf<PlanSchema[K]['fields'][F]>] extends [never] ? never : F;
}[keyof PlanSchema[K]['fields'] & string];
type Option<K extends Kind, F extends ChoiceField<K>> = OptionOf<PlanSchema[K]['fields'][F]>;
type TermKey = { [K in Kind]: { [F in ChoiceField<K>]: `terms.${K}.${F}.${Option<K, F>}` }[ChoiceField<K>] }[Kind];

/** A choice in planSchema without a word in terms.json does not compile. */
type EveryTermHasAWord = [Exclude<TermKey, MessageKey>] extends [never] ? true : { readonly missing: Exclude<TermKey, MessageKey> };
const everyTermHasAWord: EveryTermHasAWord = true;

export interface Terms {
  /** `term('family', 'phase', 'intake')`: the word people use for this option. */
  readonly term: <K extends Kind, F extends ChoiceField<K>>(kind: K, field: F, option: Option<K, F>) => string;
  /** All options of a choice with their words, in the order of the schema: made for ChoiceField. */
  readonly options: <K extends Kind, F extends ChoiceField<K>>(
    kind: K,
    field: F,
  ) => readonly { readonly value: Option<K, F>; readonly label: string }[];
}

export function useTerms(): Terms {
  const t = useTexts();
  const term = (kind: string, field: string, option: string) =>
    everyTermHasAWord ? t(`terms.${kind}.${field}.${option}` as MessageKey) : option;
  return {
    term,
    options: (kind, field) => {
      const { options } = (planSchema[kind].fields as unknown as Record<string, { readonly options: readonly never[] }>)[field]!;
      return options.map((value) => ({ value, label: term(kind, field, value) }));
    },
  };
}
