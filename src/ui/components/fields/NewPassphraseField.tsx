import { useState } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import { AccountName } from './AccountName.tsx';
import { CheckField } from './CheckField.tsx';
import { passphraseStrength, strengthTexts } from './passphraseStrength.ts';
import { TextField } from './TextField.tsx';
import styles from './NewPassphraseField.module.css';

interface NewPassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null;
}

/** Choosing a passphrase: how strong it is in words, and a look at what was typed instead of typing it twice. */
export const NewPassphraseField = ({ label, value, onChange, error }: NewPassphraseFieldProps) => {
  const t = useTexts();
  const [isShown, setShown] = useState(false);
  const strength = passphraseStrength(value);
  return (
    <div className={styles['field']}>
      <AccountName />
      <TextField
        label={label}
        hint={t('shell.passphrase.hint')}
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        error={error}
        isRequired
        below={
          value && (
            <p className={`${styles['strength']} ${styles[strength]}`} role="status">
              {t(strengthTexts[strength])}
            </p>
          )
        }
      />
      <CheckField label={t('shell.passphrase.show')} value={isShown} onChange={setShown} />
    </div>
  );
};
