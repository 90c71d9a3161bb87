import { foldEnvelopes } from '../../src/core/document/fold.ts';
import { emptyDocument, entityIdsOf, fieldsOf, findEntity, readCandidates, readText } from '../../src/core/document/state.ts';
import { makeOneYearLog, oneYearDocument, oneYearRules } from '../support/oneYearLog.ts';
import { oneYear } from './oneYear.ts';

/** What stands in one entity of a case in the end: a value per field, and the text of its notes. */
export interface EntityContent {
  readonly id: string;
  readonly kind: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The one-year case as it is in the end, without how it came to be: what an app without history would keep of it. */
export function makeFinalContent(): readonly EntityContent[] {
  const state = foldEnvelopes(emptyDocument(oneYearDocument), makeOneYearLog(oneYear), oneYearRules);
  return [...state.kinds.keys()].flatMap((kind) =>
    entityIdsOf(state, kind).map((id) => {
      const notes = findEntity(state, id)!.notes;
      const fields = fieldsOf(state, id).map((field) => [
        field,
        notes.has(field) ? readText(state, id, field) : readCandidates(state, id, field)[0]!.value,
      ]);
      return { id, kind, fields: Object.fromEntries(fields) };
    }),
  );
}
