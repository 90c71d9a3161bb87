import type { StorageState } from '../../../application/application.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './DeviceScreen.module.css';
import { Fact } from './Fact.tsx';

const moods = { notYet: 'plain', waitingForRestart: 'plain', kept: 'good', lost: 'careful' } as const satisfies Record<
  StorageState['restartTest'],
  string
>;

/** Some managed laptops forget everything at a restart. This finds out. */
export const RestartSection = () => {
  const t = useTexts();
  const application = useApplication();
  const { restartTest } = useStore(application.storage);
  return (
    <Card as="section" labelledBy="restart" {...(restartTest === 'lost' ? { tone: 'alarm' as const } : {})}>
      <h2 id="restart">{t('deviceWork.restart.title')}</h2>
      <p>{t('deviceWork.restart.what')}</p>
      <ul className={styles['facts']}>
        <Fact mood={moods[restartTest]}>{t(`deviceWork.restart.${restartTest}`)}</Fact>
      </ul>
      {restartTest !== 'waitingForRestart' && (
        <div>
          <Button variant="quiet" onPress={() => void application.startRestartTest()}>
            {t(restartTest === 'notYet' ? 'deviceWork.restart.do' : 'deviceWork.restart.again')}
          </Button>
        </div>
      )}
    </Card>
  );
};
