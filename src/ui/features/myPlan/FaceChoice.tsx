import { useId } from 'react';
import type { Face } from '../../../core/evaluation/faces.ts';
import { Smiley } from '../../components/Smiley.tsx';
import styles from './FaceChoice.module.css';

interface FaceChoiceProps<F extends Face> {
  readonly options: readonly { readonly value: F; readonly label: string }[];
  readonly value: F | null;
  readonly onChoose: (face: F) => void;
}

/** Faces with their word, of which one is chosen. The group around it says what is asked. */
export const FaceChoice = <F extends Face>({ options, value, onChoose }: FaceChoiceProps<F>) => {
  const name = useId();
  return (
    <div className={styles['faces']}>
      {options.map((option) => (
        <label key={option.value} className={styles['face']}>
          <input type="radio" name={name} checked={value === option.value} onChange={() => onChoose(option.value)} />
          <Smiley mood={option.value} />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
};
