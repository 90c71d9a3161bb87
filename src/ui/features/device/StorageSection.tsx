import type { ReactNode } from 'react';
import type { StorageState } from '../../../application/application.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './DeviceScreen.module.css';
import { Fact } from './Fact.tsx';

const persistedMoods = { granted: 'good', denied: 'careful', unknown: 'plain' } as const satisfies Record<
  StorageState['persisted'],
  string
>;

interface StorageSectionProps {
  /** For who wants to know how it is kept. */
  readonly facts?: ReactNode;
  readonly details?: ReactNode;
}

/** What the browser does with what is stored here, said as it is. */
export const StorageSection = ({ facts, details }: StorageSectionProps) => {
  const t = useTexts();
  const application = useApplication();
  const { healed, persisted, clockSuspect, secret } = useStore(application.storage);
  // Behind a code of figures no backup is made: what helps then is where the plan is too.
  const advice = secret === 'pin' ? 'device.wayBack' : 'device.storage.persisted.advice';
  return (
    <Card as="section" labelledBy="storage">
      <h2 id="storage">{t('device.storage.title')}</h2>
      <ul className={styles['facts']}>
        {facts}
        {healed !== 'nothing' && <Fact mood="careful">{t(`device.storage.healed.${healed}`)}</Fact>}
        <Fact mood={persistedMoods[persisted]}>{t(`device.storage.persisted.${persisted}`)}</Fact>
        {persisted === 'denied' && <Fact mood="plain">{t(advice)}</Fact>}
        {clockSuspect && <Fact mood="careful">{t(`device.storage.clock.${clockSuspect}`)}</Fact>}
      </ul>
      {persisted !== 'granted' && (
        <div>
          <Button variant="quiet" onPress={() => void application.askPersistence()}>
            {t('device.storage.ask')}
          </Button>
        </div>
      )}
      {details}
    </Card>
  );
};
