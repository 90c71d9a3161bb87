import { useState } from 'react';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { forgetLanguage } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './EverythingLost.module.css';

/** Passphrase and code both lost: the truth, and what still helps. */
export const EverythingLost = ({ onBack }: { readonly onBack: () => void }) => {
  const t = useTexts();
  const application = useApplication();
  const [isUnderstood, setUnderstood] = useState(false);
  const [isAsked, setAsked] = useState(false);

  function wipe(): void {
    setAsked(true);
    if (!isUnderstood) return;
    forgetLanguage();
    void application.wipeDevice();
  }

  return (
    <Stack gap={5}>
      <PageHeading title={t('device.lost.title')} intro={t('device.lost.honest')} />
      <p>{t('device.lost.why')}</p>
      <Stack gap={2}>
        <h2>{t('device.lost.what')}</h2>
        <ul className={styles['list']}>
          <li>{t('device.lost.search')}</li>
          <li>{t('device.lost.backup')}</li>
          <li>{t('device.lost.paper')}</li>
        </ul>
      </Stack>
      <div>
        <Button variant="quiet" onPress={onBack}>
          {t('device.lost.back')}
        </Button>
      </div>
      <Card tone="alarm">
        <h2>{t('device.lost.wipe')}</h2>
        <p>{t('device.lost.wipeWhy')}</p>
        <CheckField
          label={t('device.lost.understand')}
          value={isUnderstood}
          onChange={setUnderstood}
          below={isAsked && !isUnderstood && <p role="alert">{t('device.lost.understandFirst')}</p>}
        />
        <div>
          <Button variant="danger" onPress={wipe}>
            {t('device.lost.wipe')}
          </Button>
        </div>
      </Card>
    </Stack>
  );
};
