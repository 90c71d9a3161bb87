import { TextArea } from './TextArea.tsx';
import { TextField } from './TextField.tsx';
import { typedIn } from './cellProps.ts';
import { useAutosave, type AutosaveProps } from './useAutosave.tsx';

interface AutosaveTextProps extends AutosaveProps<string> {
  readonly multiline?: boolean;
  readonly rows?: number;
  readonly placeholder?: string;
}

/** A text of the plan that saves itself. */
export const AutosaveText = ({ multiline = false, rows, placeholder, ...props }: AutosaveTextProps) => {
  const cell = useAutosave(props, 'set', { canCombine: true });
  const shared = { ...typedIn(props, cell), placeholder };
  return multiline ? <TextArea {...shared} {...(rows === undefined ? {} : { rows })} /> : <TextField {...shared} />;
};

/** A long note that two people can write in at the same time. */
export const AutosaveNote = ({ rows = 6, placeholder, ...props }: Omit<AutosaveTextProps, 'multiline'>) => {
  const cell = useAutosave(props, 'write');
  return <TextArea {...typedIn(props, cell)} placeholder={placeholder} rows={rows} />;
};
