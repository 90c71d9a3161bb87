import { useId, type FocusEventHandler } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './Field.module.css';
import { FieldFrame, GroupFrame, type FieldProps } from './FieldFrame.tsx';

export interface ChoiceOption<V extends string = string> {
  readonly value: V;
  readonly label: string;
  /** One line that explains it; below the label. */
  readonly detail?: string;
}

interface SelectFieldProps<V extends string> extends FieldProps {
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
  readonly onBlur?: FocusEventHandler;
  readonly options: readonly ChoiceOption<V>[];
  readonly emptyLabel?: string | undefined;
}

/** Many options: the browser's own list, which every phone opens well. */
export const SelectField = <V extends string>({ value, onChange, onBlur, options, emptyLabel, ...frame }: SelectFieldProps<V>) => {
  const t = useTexts();
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <select
          {...control}
          className={styles['control']}
          value={value ?? ''}
          onChange={(event) => onChange((event.target.value || null) as V | null)}
          onBlur={onBlur}
          translate="no"
        >
          <option value="">{emptyLabel ?? t('shell.field.choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
};

interface ChoiceFieldProps<V extends string> extends SelectFieldProps<V> {
  /** `chips`: all in sight, one press. Default for six options or fewer. */
  readonly appearance?: 'chips' | 'select' | undefined;
  /** Adds "nog niet bekend"-like emptying: pressing the chosen chip's clear button. */
  readonly allowEmpty?: boolean | undefined;
}

/** One of several. */
export const ChoiceField = <V extends string>({ appearance, allowEmpty = false, ...props }: ChoiceFieldProps<V>) => {
  const t = useTexts();
  const name = useId();
  if ((appearance ?? (props.options.length > 6 ? 'select' : 'chips')) === 'select') return <SelectField {...props} />;
  const { value, onChange, onBlur, options, emptyLabel, ...frame } = props;
  const shown: readonly ChoiceOption[] = allowEmpty ? [...options, { value: '', label: emptyLabel ?? t('shell.field.none') }] : options;
  return (
    <GroupFrame {...frame} role="radiogroup">
      <div className={styles['choices']} onBlur={onBlur}>
        {shown.map((option) => (
          <label key={option.value} className={styles['choice']}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={(value ?? (allowEmpty ? '' : null)) === option.value}
              onChange={() => onChange((option.value || null) as V | null)}
            />
            <span>
              {option.label}
              {/* The space stands outside the span: inside, it is lost from the spoken name. */}
              {option.detail && ' '}
              {option.detail && <span className={styles['detail']}>{option.detail}</span>}
            </span>
          </label>
        ))}
      </div>
    </GroupFrame>
  );
};

interface ChoicesFieldProps<V extends string> extends FieldProps {
  readonly value: readonly V[];
  readonly onChange: (value: readonly V[]) => void;
  readonly options: readonly ChoiceOption<V>[];
}

/** Any number of several. */
export const ChoicesField = <V extends string>({ value, onChange, options, ...frame }: ChoicesFieldProps<V>) => (
  <GroupFrame {...frame}>
    <div className={styles['choices']}>
      {options.map((option) => (
        <label key={option.value} className={styles['choice']}>
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...value, option.value] : value.filter((other) => other !== option.value))
            }
          />
          <span>
            {option.label}
            {/* The space stands outside the span: inside, it is lost from the spoken name. */}
            {option.detail && ' '}
            {option.detail && <span className={styles['part']}>{option.detail}</span>}
          </span>
        </label>
      ))}
    </div>
  </GroupFrame>
);
