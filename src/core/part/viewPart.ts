import type { Candidate } from '../document/operation.ts';
import type { EntityTable, EntityView } from '../document/schema.ts';
import type { DocumentState } from '../document/state.ts';
import { viewConflicted, viewEntities, viewEntity } from '../document/view.ts';
import type { EntityId } from '../shared/ids.ts';
import { partSchema, type PartSchema } from './partSchema.ts';

export type PartHeading = EntityView<PartSchema['part']>;
export type PartEntry = EntityView<PartSchema['entry']>;

export interface PartContent {
  readonly heading: PartHeading;
  /** Newest day first; of one day what was written last. */
  readonly entries: readonly PartEntry[];
  readonly conflicts: readonly { readonly entity: EntityId; readonly field: string; readonly candidates: readonly Candidate[] }[];
}

export function viewPart(state: DocumentState): PartContent {
  return {
    heading: viewEntity(state, partSchema.part, 'part' as EntityId),
    entries: viewEntities(state, partSchema.entry, 'entry').toReversed().toSorted(newestFirst),
    conflicts: (['part', 'entry'] as const).flatMap((kind) =>
      viewConflicted(state, partSchema[kind] as EntityTable, kind).flatMap(({ id, conflicts }) =>
        Object.entries(conflicts as Readonly<Record<string, readonly Candidate[]>>).map(([field, candidates]) => ({
          entity: id,
          field,
          candidates,
        })),
      ),
    ),
  };
}

const newestFirst = (a: PartEntry, b: PartEntry): number => (b.on ?? '').localeCompare(a.on ?? '');
