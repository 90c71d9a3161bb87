import type { StorageState } from '../../../application/application.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { formatBytes } from '../../components/formatBytes.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './DeviceScreen.module.css';
import { Fact } from './Fact.tsx';

const journalMoods = { open: 'good', copy: 'careful', otherTab: 'plain' } as const satisfies Record<StorageState['journal'], string>;

/** In how many places it stands. */
export const StorageFacts = () => {
  const t = useTexts();
  const { journal, healed } = useStore(useApplication().storage);
  return (
    <>
      <Fact mood={journalMoods[journal]}>{t(`deviceWork.storage.journal.${journal}`)}</Fact>
      {healed === 'nothing' && <Fact mood="good">{t('deviceWork.storage.healed')}</Fact>}
    </>
  );
};

/** How much it is, and how long opening took. */
export const StorageDetails = () => {
  const t = useTexts();
  const { usedBytes, availableBytes, journalBytes, unlockMilliseconds } = useStore(useApplication().storage);
  return (
    <ul className={styles['soft']}>
      {usedBytes !== null && availableBytes !== null && (
        <li>{t('deviceWork.storage.used', { used: formatBytes(usedBytes), available: formatBytes(availableBytes) })}</li>
      )}
      {journalBytes !== null && <li>{t('deviceWork.storage.journalSize', { size: formatBytes(journalBytes) })}</li>}
      {unlockMilliseconds !== null && <li>{t('deviceWork.storage.unlockTime', { seconds: formatSeconds(unlockMilliseconds) })}</li>}
    </ul>
  );
};

const formatSeconds = (milliseconds: number) => new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 }).format(milliseconds / 1000);
