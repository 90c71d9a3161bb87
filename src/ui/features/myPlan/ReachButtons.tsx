import { Mail, Phone } from 'lucide-react';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';

interface ReachButtonsProps {
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
}

/** One tap to call or to mail somebody, as far as it is known how. */
export const ReachButtons = ({ name, phone, mail }: ReachButtonsProps) => {
  const t = useTexts();
  if (!phone && !mail) return null;
  return (
    <div className={styles['buttons']}>
      {phone && (
        <a className={styles['primary']} href={`tel:${phone}`}>
          <Phone size={22} aria-hidden /> {t('myPlan.contact.call', { name })}
        </a>
      )}
      {mail && (
        <a className={styles['quiet']} href={`mailto:${mail}`}>
          <Mail size={22} aria-hidden /> {t('myPlan.contact.mail', { name })}
        </a>
      )}
    </div>
  );
};
