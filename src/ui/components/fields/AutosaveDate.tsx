import type { CivilDate } from '../../../core/shared/civilDate.ts';
import { DateField, TimeField } from './DateField.tsx';
import { NumberField } from './NumberField.tsx';
import { typedIn } from './cellProps.ts';
import { useAutosave, type AutosaveProps } from './useAutosave.tsx';

/** A day of the plan that saves itself. */
export const AutosaveDate = ({ min, ...props }: AutosaveProps<CivilDate | null> & { readonly min?: CivilDate }) => {
  const cell = useAutosave(props);
  return <DateField {...typedIn(props, cell)} min={min} />;
};

/** A time of day, '' or 'HH:MM'. */
export const AutosaveTime = (props: AutosaveProps<string>) => {
  const cell = useAutosave(props);
  return <TimeField {...typedIn(props, cell)} />;
};

/** A whole number between bounds. */
export const AutosaveNumber = ({ min, max, ...props }: AutosaveProps<number | null> & { readonly min: number; readonly max: number }) => {
  const cell = useAutosave(props);
  return <NumberField {...typedIn(props, cell)} min={min} max={max} />;
};
