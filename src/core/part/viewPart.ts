import type { Candidate } from '../document/operation.ts';
import type { EntityTable, EntityView } from '../document/schema.ts';
import type { DocumentState } from '../document/state.ts';
import { viewConflicted, viewEntities, viewEntity } from '../document/view.ts';
import type { EntityId } from '../shared/ids.ts';
import { partSchema, type PartSchema } from './partSchema.ts';

export type PartHeading = EntityView<PartSchema['part']>;
export type PartEntry = EntityView<PartSchema['entry']>;

/** As in the plan, see there. */
export type DraftPreparation = EntityView<PartSchema['preparation']>;
export type DraftPoint = EntityView<PartSchema['point']>;

export interface PartContent {
  readonly heading: PartHeading;
  /** Newest day first; of one day what was written last. */
  readonly entries: readonly PartEntry[];
  /** What its author prepares and has not shared, or shared and goes on with. */
  readonly preparations: readonly DraftPreparation[];
  readonly points: readonly DraftPoint[];
  readonly conflicts: readonly { readonly entity: EntityId; readonly field: string; readonly candidates: readonly Candidate[] }[];
}

export function viewPart(state: DocumentState): PartContent {
  return {
    heading: viewEntity(state, partSchema.part, 'part' as EntityId),
    entries: viewEntities(state, partSchema.entry, 'entry').toReversed().toSorted(newestFirst),
    preparations: viewEntities(state, partSchema.preparation, 'preparation'),
    points: viewEntities(state, partSchema.point, 'point'),
    conflicts: (['part', 'entry', 'preparation', 'point'] as const).flatMap((kind) =>
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
