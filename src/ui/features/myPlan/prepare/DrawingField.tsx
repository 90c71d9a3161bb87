import type { EntityId } from '../../../../core/shared/ids.ts';
import { useAutosave } from '../../../components/fields/useAutosave.tsx';
import { DrawingPaper } from './DrawingPaper.tsx';
import styles from './prepare.module.css';

interface DrawingFieldProps {
  readonly label: string;
  readonly entity: EntityId;
  readonly value: string;
}

/** A drawing of which each line is saved when the finger leaves. */
export const DrawingField = ({ label, entity, value }: DrawingFieldProps) => {
  const cell = useAutosave<string>({ label, entity, field: 'drawing', value });
  return (
    <div className={styles['draw']}>
      <DrawingPaper value={cell.value} onDraw={cell.choose} />
      {cell.error && <p role="alert">{cell.error}</p>}
      {cell.status}
      {cell.below}
    </div>
  );
};
