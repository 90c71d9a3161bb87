import type { EntityId } from '../../../core/shared/ids.ts';
import { frameOf } from './cellProps.ts';
import { CheckField } from './CheckField.tsx';
import { ChoiceField, ChoicesField, type ChoiceOption } from './ChoiceField.tsx';
import { PeopleField, type PersonOption } from './PeopleField.tsx';
import { useAutosave, type AutosaveProps } from './useAutosave.tsx';

interface AutosaveChoiceProps<V extends string> extends AutosaveProps<V | null> {
  readonly options: readonly ChoiceOption<V>[];
  readonly appearance?: 'chips' | 'select';
  readonly allowEmpty?: boolean;
  readonly emptyLabel?: string;
}

/** One of several; saved when chosen. Also for one person: the options are people. */
export const AutosaveChoice = <V extends string>({ options, appearance, allowEmpty, emptyLabel, ...props }: AutosaveChoiceProps<V>) => {
  const cell = useAutosave<V | null>(props, 'set', { options });
  return (
    <ChoiceField
      {...frameOf(props, cell)}
      options={options}
      appearance={appearance}
      allowEmpty={allowEmpty}
      emptyLabel={emptyLabel}
      value={cell.value}
      onChange={cell.choose}
    />
  );
};

interface AutosaveChoicesProps<V extends string> extends AutosaveProps<readonly V[]> {
  readonly options: readonly ChoiceOption<V>[];
}

/** Any number of several. */
export const AutosaveChoices = <V extends string>({ options, ...props }: AutosaveChoicesProps<V>) => {
  const cell = useAutosave<readonly V[]>(props);
  return <ChoicesField {...frameOf(props, cell)} options={options} value={cell.value} onChange={cell.choose} />;
};

interface AutosavePeopleProps extends AutosaveProps<readonly EntityId[]> {
  readonly people: readonly PersonOption[];
}

/** Who: any number of people of the case. */
export const AutosavePeople = ({ people, ...props }: AutosavePeopleProps) => {
  const cell = useAutosave<readonly EntityId[]>(props);
  return <PeopleField {...frameOf(props, cell)} people={people} value={cell.value} onChange={cell.choose} />;
};

/** Yes or no. */
export const AutosaveFlag = (props: AutosaveProps<boolean>) => {
  const cell = useAutosave(props);
  return <CheckField label={props.label} value={cell.value} onChange={cell.choose} status={cell.status} below={cell.below} />;
};
