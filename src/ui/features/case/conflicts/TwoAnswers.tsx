import { generatePath, useParams } from 'react-router';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { ConflictMark } from '../../../components/ConflictMark.tsx';
import { paths } from '../../../components/paths.ts';
import { planKindOf } from '../../../components/planRows/entities.ts';
import { usePlanWords } from '../../../components/planRows/usePlanWords.ts';
import { conflictPlace } from './conflictPlace.ts';

interface TwoAnswersProps {
  readonly entity: { readonly id: EntityId; readonly conflicts: Readonly<Record<string, unknown>> };
  /** Of all its fields, those that are shown in this spot. */
  readonly fields?: readonly string[];
  readonly except?: readonly string[];
}

/** A row of the plan is read here that two people wrote apart: which fields, and the way to choosing. */
export const TwoAnswers = ({ entity: { id, conflicts }, fields, except = [] }: TwoAnswersProps) => {
  const { caseId = '' } = useParams();
  const { fieldWord, labelOf } = usePlanWords();
  const kind = planKindOf(id);
  const found = Object.keys(conflicts).filter((field) => (fields?.includes(field) ?? true) && !except.includes(field));
  const [first] = found;
  if (first === undefined || kind === null) return null;
  const places = found.flatMap((field) => fieldWord(kind, field) ?? []);
  return (
    <ConflictMark
      to={`${generatePath(paths.conflicts, { caseId })}#${conflictPlace(id, first)}`}
      about={labelOf(id)}
      place={[...new Set(places)].join(', ')}
    />
  );
};
