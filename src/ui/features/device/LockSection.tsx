import { Lock } from 'lucide-react';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

const MINUTES = { own: [5, 10, 15, 30], shared: [2, 3, 5] } as const;

/** When it locks by itself, and locking now. */
export const LockSection = () => {
  const t = useTexts();
  const application = useApplication();
  const { autoLockMinutes, shared } = useStore(application.storage);
  return (
    <Card as="section" labelledBy="lock">
      <h2 id="lock">{t('device.lock.title')}</h2>
      <ChoiceField
        label={t('device.lock.minutes')}
        options={MINUTES[shared ? 'shared' : 'own'].map((minutes) => ({
          value: String(minutes),
          label: t('device.lock.option', { minutes }),
        }))}
        value={String(autoLockMinutes)}
        onChange={(minutes) => minutes && void application.setAutoLock(Number(minutes))}
      />
      <div>
        <Button variant="quiet" icon={Lock} onPress={() => void application.lock('asked')}>
          {t('device.lock.now')}
        </Button>
      </div>
    </Card>
  );
};
