import { useState } from 'react';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { forgetChoices } from '../../components/choicesKept.ts';
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
    forgetChoices();
    void application.wipeDevice();
  }

  return (
    <Stack gap={5}>
      <PageHeading title={t('start.lost.title')} intro={t('start.lost.honest')} />
      <p>{t('start.lost.why')}</p>
      <Stack gap={2}>
        <h2>{t('start.lost.what')}</h2>
        <ul className={styles['list']}>
          <li>{t('start.lost.search')}</li>
          <li>{t('start.lost.backup')}</li>
          <li>{t('start.lost.paper')}</li>
        </ul>
      </Stack>
      <div>
        <Button variant="quiet" onPress={onBack}>
          {t('start.lost.back')}
        </Button>
      </div>
      <Card tone="alarm">
        <h2>{t('start.lost.wipe')}</h2>
        <p>{t('start.lost.wipeWhy')}</p>
        <CheckField
          label={t('start.lost.understand')}
          value={isUnderstood}
          onChange={setUnderstood}
          below={isAsked && !isUnderstood && <p role="alert">{t('start.lost.understandFirst')}</p>}
        />
        <div>
          <Button variant="danger" onPress={wipe}>
            {t('start.lost.wipe')}
          </Button>
        </div>
      </Card>
    </Stack>
  );
};
