import { useState } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import { AccountName } from './AccountName.tsx';
import { CheckField } from './CheckField.tsx';
import { TextField } from './TextField.tsx';

interface NewPinFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | null;
}

/** A short code of figures for a family's own phone, with what that costs in one sentence. */
export const NewPinField = ({ value, onChange, error }: NewPinFieldProps) => {
  const t = useTexts();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <AccountName />
      <TextField
        label={t('join.setUp.pin')}
        hint={t('join.setUp.pinHint')}
        type={isShown ? 'text' : 'password'}
        inputMode="numeric"
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        error={error}
        isRequired
      />
      <CheckField label={t('join.setUp.pinShow')} value={isShown} onChange={setShown} />
      <p>{t('join.setUp.pinWhy')}</p>
    </>
  );
};
