import { Download } from 'lucide-react';
import { useState } from 'react';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { errorText } from '../../components/errorText.ts';
import { formatDay } from '../../components/formatDate.ts';
import { saveFile } from '../../components/saveFile.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './DeviceScreen.module.css';
import { Fact } from './Fact.tsx';

/** One encrypted file of everything, with a dated reminder. */
export const BackupSection = () => {
  const t = useTexts();
  const application = useApplication();
  const { lastBackup, backupDue, secret } = useStore(application.storage);
  const [outcome, setOutcome] = useState<string | null>(null);

  async function makeBackup(): Promise<void> {
    const result = await application.makeBackup();
    if (result.ok) saveFile(result.value.file, result.value.fileName);
    setOutcome(result.ok ? t('device.backup.done', { file: result.value.fileName }) : errorText(t, result.error));
  }

  return (
    <Card as="section" labelledBy="backup" {...(backupDue ? { tone: 'attention' as const } : {})}>
      <h2 id="backup">{t('device.backup.title')}</h2>
      <p>{t('device.backup.what')}</p>
      <p>{t(secret === 'pin' ? 'device.backup.needsWords' : 'device.backup.open')}</p>
      <ul className={styles['facts']}>
        <Fact mood={backupDue ? 'careful' : lastBackup ? 'good' : 'plain'}>
          {lastBackup ? t('device.backup.last', { day: formatDay(lastBackup) }) : t('device.backup.never')}
        </Fact>
        {backupDue && <Fact mood="careful">{t('device.backup.due')}</Fact>}
      </ul>
      {secret !== 'pin' && (
        <div>
          <Button icon={Download} onPress={() => void makeBackup()}>
            {t('device.backup.do')}
          </Button>
        </div>
      )}
      {outcome && <p role="status">{outcome}</p>}
    </Card>
  );
};
