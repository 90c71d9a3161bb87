import type { Operation } from '../../src/core/document/operation.ts';
import type { FieldType } from '../../src/core/document/schema.ts';
import { writeNote } from '../../src/core/document/textNote.ts';
import { planSchema } from '../../src/core/plan/planSchema.ts';
import type { EntityId } from '../../src/core/shared/ids.ts';
import { createStory, rulesFor } from './documentStory.ts';

type Fields = Readonly<Record<string, FieldType>>;
export const planFields = Object.entries(planSchema).map(([kind, table]) => [kind, table.fields as Fields] as const);
export const rowOf = (kind: string): EntityId => (kind === 'family' ? 'family' : `${kind}.ingrid.vol`) as EntityId;

/** A plan with one row of each kind in which every field of the schema is filled in: also those that no screen fills in yet. */
export function createFullPlan(wordsFor = (kind: string, field: string) => `woorden van ${kind} ${field}`) {
  const story = createStory('ingrid-laptop', rulesFor({ ingrid: 'lead' }));
  const fill = (kind: string, field: string, type: FieldType): readonly Operation[] => {
    const entity = rowOf(kind);
    const set = (name: string, value: string | number | boolean): Operation => ['set', entity, name, value, []];
    switch (type.type) {
      case 'text':
        return [set(field, wordsFor(kind, field))];
      case 'note':
        return [writeNote(story.state(), entity, field, '', wordsFor(kind, field), 1)];
      case 'date':
        return [set(field, '2026-05-01')];
      case 'time':
        return [set(field, '16:30')];
      case 'number':
        return [set(field, type.max)];
      case 'moment':
        return [set(field, Date.parse('2026-04-03T12:00:00Z'))];
      case 'flag':
        return [set(field, true)];
      case 'choice':
        return [set(field, type.options[0]!)];
      case 'choices':
        return type.options.map((option) => set(`${field}:${option}`, true));
      case 'ref':
        return [set(field, rowOf(type.kind))];
      case 'refs':
        return [set(`${field}:${rowOf(type.kind)}`, true)];
      case 'order':
        return [set(field, 'a0')];
    }
  };
  story.write(...planFields.flatMap(([kind, fields]) => Object.entries(fields).flatMap(([field, type]) => fill(kind, field, type))));
  return story;
}
