import type { AutosaveCell, AutosaveProps } from './useAutosave.tsx';

type Named = Pick<AutosaveProps<unknown>, 'label' | 'hint' | 'hideLabel'>;

/** A field around a cell: what it is called, and what is said about saving it. */
export const frameOf = (
  { label, hint, hideLabel }: Named,
  { error, status, below }: Pick<AutosaveCell<unknown>, 'error' | 'status' | 'below'>,
) => ({
  label,
  hint,
  hideLabel,
  error,
  status,
  below,
});

/** The same where the value is typed: saved after a pause, and when the field is left. */
export const typedIn = <V>(named: Named, cell: AutosaveCell<V>) => ({
  ...frameOf(named, cell),
  value: cell.value,
  onChange: cell.edit,
  onBlur: cell.leave,
});
