import { useTexts } from '../../i18n/useTexts.ts';
import { CheckField } from './CheckField.tsx';

interface SharedDeviceFieldProps {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** Whether others work on this device too, and what follows from that. */
export const SharedDeviceField = ({ value, onChange }: SharedDeviceFieldProps) => {
  const t = useTexts();
  return (
    <CheckField
      label={t('shell.shared')}
      value={value}
      onChange={onChange}
      below={value && <p role="status">{t('shell.shared.means')}</p>}
    />
  );
};
