import type { EntityId } from '../../../../core/shared/ids.ts';
import { GroupFrame } from '../../../components/fields/FieldFrame.tsx';
import { useAutosave } from '../../../components/fields/useAutosave.tsx';
import type { Mood } from '../../../components/Smiley.tsx';
import { useTerms } from '../../../components/useTerms.ts';
import { FaceChoice } from '../FaceChoice.tsx';

interface MoodFieldProps {
  readonly label: string;
  readonly entity: EntityId;
  readonly value: Mood | null;
}

/** How it goes, with a face and its word. */
export const MoodField = ({ label, entity, value }: MoodFieldProps) => {
  const { options } = useTerms();
  const cell = useAutosave<Mood | null>({ label, entity, field: 'mood', value });
  return (
    <GroupFrame label={label} hideLabel role="radiogroup" error={cell.error} status={cell.status} below={cell.below}>
      <FaceChoice options={options('preparation', 'mood')} value={cell.value} onChoose={cell.choose} />
    </GroupFrame>
  );
};
