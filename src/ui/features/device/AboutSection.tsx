import { Card } from '../../components/Card.tsx';
import { LanguageChoice } from '../../components/LanguageChoice.tsx';
import { LoadUpdate } from '../../components/LoadUpdate.tsx';
import { APP_VERSION } from '../../components/version.ts';
import { useTexts } from '../../i18n/useTexts.ts';

export const AboutSection = () => {
  const t = useTexts();
  return (
    <Card as="section" labelledBy="about">
      <h2 id="about">{t('device.about.title')}</h2>
      <p>{t('device.about.version', { version: APP_VERSION })}</p>
      <LoadUpdate />
      <LanguageChoice />
    </Card>
  );
};
