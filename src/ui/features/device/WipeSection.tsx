import { useState } from 'react';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { forgetChoices } from '../../components/choicesKept.ts';
import { useIsOnlyFamily } from '../../components/useIsFamily.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** The one thing without undo, so the one thing that asks. */
export const WipeSection = () => {
  const t = useTexts();
  const application = useApplication();
  const isFamily = useIsOnlyFamily();
  const [isUnderstood, setUnderstood] = useState(false);
  const [isAsked, setAsked] = useState(false);

  function wipe(): void {
    setAsked(true);
    if (!isUnderstood) return;
    forgetChoices();
    void application.wipeDevice();
  }

  return (
    <Card as="section" labelledBy="wipe" tone="alarm">
      <h2 id="wipe">{t('device.wipe.title')}</h2>
      <p>{t('device.wipe.what')}</p>
      <p>{t(isFamily ? 'device.wayBack' : 'deviceWork.wipe.backupFirst')}</p>
      <CheckField
        label={t('device.wipe.understand')}
        value={isUnderstood}
        onChange={setUnderstood}
        below={isAsked && !isUnderstood && <p role="alert">{t('device.wipe.understandFirst')}</p>}
      />
      <div>
        <Button variant="danger" onPress={wipe}>
          {t('device.wipe.do')}
        </Button>
      </div>
    </Card>
  );
};
