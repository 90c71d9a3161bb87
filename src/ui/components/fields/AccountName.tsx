import { useTexts } from '../../i18n/useTexts.ts';

/**
 * Stands before a passphrase. Browsers note the field before a password as its user name, readable, even when nobody lets them keep
 * the password: a name or organisation would lie open in the profile. This gives them a word that says nothing.
 */
export const AccountName = () => {
  const t = useTexts();
  return <input type="text" autoComplete="username" value={t('shell.product')} readOnly hidden />;
};
