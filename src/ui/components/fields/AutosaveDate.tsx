import type { CivilDate } from '../../../core/shared/civilDate.ts';
import { DateField, TimeField } from './DateField.tsx';
import { NumberField } from './NumberField.tsx';
import { useAutosave, type AutosaveProps } from './useAutosave.tsx';

/** A day of the plan that saves itself. */
export const AutosaveDate = ({ min, ...props }: AutosaveProps<CivilDate | null> & { readonly min?: CivilDate }) => {
  const cell = useAutosave(props);
  return (
    <DateField
      label={props.label}
      hint={props.hint}
      hideLabel={props.hideLabel}
      min={min}
      value={cell.value}
      onChange={cell.edit}
      onBlur={cell.leave}
      error={cell.error}
      status={cell.status}
      below={cell.below}
    />
  );
};

/** A time of day, '' or 'HH:MM'. */
export const AutosaveTime = (props: AutosaveProps<string>) => {
  const cell = useAutosave(props);
  return (
    <TimeField
      label={props.label}
      hint={props.hint}
      hideLabel={props.hideLabel}
      value={cell.value}
      onChange={cell.edit}
      onBlur={cell.leave}
      error={cell.error}
      status={cell.status}
      below={cell.below}
    />
  );
};

/** A whole number between bounds. */
export const AutosaveNumber = ({ min, max, ...props }: AutosaveProps<number | null> & { readonly min: number; readonly max: number }) => {
  const cell = useAutosave(props);
  return (
    <NumberField
      label={props.label}
      hint={props.hint}
      hideLabel={props.hideLabel}
      min={min}
      max={max}
      value={cell.value}
      onChange={cell.edit}
      onBlur={cell.leave}
      error={cell.error}
      status={cell.status}
      below={cell.below}
    />
  );
};
