import { useLingui } from '@lingui/react';
import { chooseLanguage, type Language } from '../i18n/catalogue.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { ToggleChip } from './Chip.tsx';
import { Row } from './Layout.tsx';

/** Each language by its own name. */
const names: Record<Language, string> = { nl: 'Nederlands', en: 'English' };

export const LanguageChoice = () => {
  const t = useTexts();
  const { i18n } = useLingui();
  return (
    <div role="group" aria-label={t('shell.language')}>
      <Row gap={2}>
        {(Object.keys(names) as Language[]).map((language) => (
          <ToggleChip key={language} isPressed={i18n.locale === language} onPress={() => void chooseLanguage(language)}>
            <span lang={language}>{names[language]}</span>
          </ToggleChip>
        ))}
      </Row>
    </div>
  );
};
