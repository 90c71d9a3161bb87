import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { LanguageChoice } from '../../components/LanguageChoice.tsx';
import { useUpdate } from '../../components/updateContext.tsx';
import { APP_VERSION } from '../../components/version.ts';
import { useTexts } from '../../i18n/useTexts.ts';

export const AboutSection = () => {
  const t = useTexts();
  const update = useUpdate();
  return (
    <Card as="section" labelledBy="about">
      <h2 id="about">{t('device.about.title')}</h2>
      <p>{t('device.about.version', { version: APP_VERSION })}</p>
      {update.isAvailable && (
        <div>
          <Button onPress={() => void update.load()}>{t('shell.update.load')}</Button>
          {update.errorText && <p role="alert">{update.errorText}</p>}
        </div>
      )}
      <LanguageChoice />
    </Card>
  );
};
