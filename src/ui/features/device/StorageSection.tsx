import type { StorageState } from '../../../application/application.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './DeviceScreen.module.css';
import { Fact } from './Fact.tsx';
import { formatBytes } from '../../components/formatBytes.ts';

const journalMoods = { open: 'good', copy: 'careful', otherTab: 'plain' } as const satisfies Record<StorageState['journal'], string>;
const healedMoods = { nothing: 'good', repaired: 'careful', rebuilt: 'careful' } as const satisfies Record<StorageState['healed'], string>;
const persistedMoods = { granted: 'good', denied: 'careful', unknown: 'plain' } as const satisfies Record<
  StorageState['persisted'],
  string
>;

/** What the browser does with what is stored here, said as it is. */
export const StorageSection = () => {
  const t = useTexts();
  const application = useApplication();
  const storage = useStore(application.storage);
  const { usedBytes, availableBytes, journalBytes, unlockMilliseconds } = storage;
  return (
    <Card as="section" labelledBy="storage">
      <h2 id="storage">{t('device.storage.title')}</h2>
      <ul className={styles['facts']}>
        <Fact mood={journalMoods[storage.journal]}>{t(`device.storage.journal.${storage.journal}`)}</Fact>
        <Fact mood={healedMoods[storage.healed]}>{t(`device.storage.healed.${storage.healed}`)}</Fact>
        <Fact mood={persistedMoods[storage.persisted]}>{t(`device.storage.persisted.${storage.persisted}`)}</Fact>
        {storage.persisted === 'denied' && <Fact mood="plain">{t('device.storage.persisted.advice')}</Fact>}
        {storage.clockSuspect && <Fact mood="careful">{t(`device.storage.clock.${storage.clockSuspect}`)}</Fact>}
      </ul>
      {storage.persisted !== 'granted' && (
        <div>
          <Button variant="quiet" onPress={() => void application.askPersistence()}>
            {t('device.storage.ask')}
          </Button>
        </div>
      )}
      <ul className={styles['soft']}>
        {usedBytes !== null && availableBytes !== null && (
          <li>{t('device.storage.used', { used: formatBytes(usedBytes), available: formatBytes(availableBytes) })}</li>
        )}
        {journalBytes !== null && <li>{t('device.storage.journalSize', { size: formatBytes(journalBytes) })}</li>}
        {unlockMilliseconds !== null && <li>{t('device.storage.unlockTime', { seconds: formatSeconds(unlockMilliseconds) })}</li>}
      </ul>
    </Card>
  );
};

const formatSeconds = (milliseconds: number) => new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 }).format(milliseconds / 1000);
