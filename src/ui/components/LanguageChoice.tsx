import { useLingui } from '@lingui/react';
import { Languages } from 'lucide-react';
import { useId } from 'react';
import { chooseLanguage, chosenLanguage, textsOf } from '../i18n/catalogue.ts';
import { LANGUAGES, languages, type Language } from '../i18n/languages.ts';
import { useTexts } from '../i18n/useTexts.ts';
import styles from './LanguageChoice.module.css';

/** Each language by its own name. Where a screen is not there in the chosen one, it says so in that language. */
export const LanguageChoice = () => {
  const t = useTexts();
  const { i18n } = useLingui();
  const id = useId();
  const chosen = chosenLanguage();
  return (
    <div className={styles['choice']}>
      <label htmlFor={id}>
        <Languages size={22} aria-hidden />
        {t('shell.language')}
      </label>
      <select id={id} value={chosen} lang={chosen} onChange={(event) => void chooseLanguage(event.target.value as Language)}>
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language} dir={languages[language].direction}>
            {languages[language].name}
          </option>
        ))}
      </select>
      {languages[chosen].translatedBy === 'machine' && (
        <p lang={chosen} dir={languages[chosen].direction} className={styles['machine']}>
          {textsOf(chosen)._('shell.language.machine')}
        </p>
      )}
      {i18n.locale !== chosen && (
        <p lang={chosen} dir={languages[chosen].direction} role="status">
          {textsOf(chosen)._('shell.language.onlyDutch')}
        </p>
      )}
    </div>
  );
};
