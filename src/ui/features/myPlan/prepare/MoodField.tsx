import { useId } from 'react';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { GroupFrame } from '../../../components/fields/FieldFrame.tsx';
import { useAutosave } from '../../../components/fields/useAutosave.tsx';
import { type Mood, Smiley } from '../../../components/Smiley.tsx';
import { useTerms } from '../../../components/useTerms.ts';
import styles from './prepare.module.css';

interface MoodFieldProps {
  readonly label: string;
  readonly entity: EntityId;
  readonly value: Mood | null;
}

/** How it goes, with a face and its word. */
export const MoodField = ({ label, entity, value }: MoodFieldProps) => {
  const name = useId();
  const { options } = useTerms();
  const cell = useAutosave<Mood | null>({ label, entity, field: 'mood', value });
  return (
    <GroupFrame label={label} hideLabel role="radiogroup" error={cell.error} status={cell.status} below={cell.below}>
      <div className={styles['moods']}>
        {options('preparation', 'mood').map((option) => (
          <label key={option.value} className={styles['mood']}>
            <input type="radio" name={name} checked={cell.value === option.value} onChange={() => cell.choose(option.value)} />
            <Smiley mood={option.value} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </GroupFrame>
  );
};
