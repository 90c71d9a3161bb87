import { useTexts } from '../../i18n/useTexts.ts';
import styles from './Digits.module.css';

/** Twenty-four digits in six groups, to read out by phone: large, and heard group by group. */
export const Digits = ({ digits }: { readonly digits: string }) => {
  const t = useTexts();
  const groups = digits.replaceAll(/\D/g, '').match(/.{1,4}/g) ?? [];
  return (
    <ol className={styles['digits']} aria-label={t('asked.digits')} translate="no">
      {groups.map((group, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a group is its place: the same four digits may come twice
        <li key={place}>{group}</li>
      ))}
    </ol>
  );
};
