import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { ConflictNote } from '../../components/ConflictNote.tsx';
import type { ChoiceOption } from '../../components/fields/ChoiceField.tsx';

interface CellConflictsProps {
  readonly entity: EntityId | undefined;
  /** Per field the words of its options; none for free text. These cells are chosen from, never put together. */
  readonly fields: Readonly<Record<string, readonly ChoiceOption[]>>;
}

/** Two people wrote down the same person's words apart: both stand here until someone chooses. */
export const CellConflicts = ({ entity, fields }: CellConflictsProps) =>
  useCaseView()
    .conflicts.filter((conflict) => conflict.entity === entity && conflict.field in fields)
    .map(({ entity: id, field, candidates }) => (
      <ConflictNote key={field} entity={id} field={field} candidates={candidates} options={fields[field] ?? []} />
    ));
