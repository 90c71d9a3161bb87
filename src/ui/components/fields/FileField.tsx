import styles from './Field.module.css';
import { FieldFrame, type FieldProps } from './FieldFrame.tsx';

interface FileFieldProps extends FieldProps {
  readonly onChange: (file: File | null) => void;
  /** As in the accept attribute: '.xml,text/xml'. */
  readonly accept?: string;
}

/** A file from this device; it is read here and goes nowhere. */
export const FileField = ({ onChange, accept, ...frame }: FileFieldProps) => (
  <FieldFrame {...frame}>
    {(control) => (
      <input
        {...control}
        className={styles['control']}
        type="file"
        accept={accept}
        onChange={(event) => onChange(event.target.files?.[0] ?? null)}
      />
    )}
  </FieldFrame>
);
