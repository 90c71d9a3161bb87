import { useState } from 'react';
import { useLocation } from 'react-router';
import { useApplication, useStore } from '../components/applicationContext.tsx';
import { Banner } from '../components/Banner.tsx';
import { Button, LinkButton } from '../components/Button.tsx';
import { formatDay } from '../components/formatDate.ts';
import { paths } from '../components/paths.ts';
import { useIsOnlyFamily, useSpokenTo } from '../components/useIsFamily.ts';
import { useTexts } from '../i18n/useTexts.ts';

/**
 * What keeps the work of this person safe, one thing at a time: a recovery code after the first case, then backups. "Later" is for this
 * visit. A pupil is not troubled with it: whoever leads the circle lets them in again, and "this device" has it too.
 */
export const Reminder = () => {
  const t = useTexts();
  const application = useApplication();
  const device = useStore(application.device);
  const storage = useStore(application.storage);
  const hasCases = useStore(application.caseload).cases.length > 0;
  const isFamily = useIsOnlyFamily();
  const { who } = useSpokenTo();
  const { pathname } = useLocation();
  const [isPutOff, setPutOff] = useState(false);
  if (isPutOff || who === 'je' || !hasCases || pathname === paths.device || device.type !== 'unlocked' || device.trial) return null;

  const tone = isFamily ? 'info' : 'attention';
  const actions = (label: string) => (
    <>
      <LinkButton to={paths.device}>{label}</LinkButton>
      <Button variant="plain" onPress={() => setPutOff(true)}>
        {t('shell.later')}
      </Button>
    </>
  );
  if (storage.recoveryCode === 'none') {
    return (
      <Banner
        tone={tone}
        title={isFamily ? t('shell.recovery.offerFamily') : t('shell.recovery.offer')}
        actions={actions(t('shell.recovery.offerDo'))}
      >
        {isFamily ? t('shell.recovery.offerWhyFamily') : t('shell.recovery.offerWhy')}
      </Banner>
    );
  }
  if (storage.recoveryCode === 'made') {
    return (
      <Banner
        tone={tone}
        title={isFamily ? t('shell.recovery.verifyFamily') : t('shell.recovery.verify')}
        actions={actions(t('shell.recovery.verifyDo'))}
      >
        {t('shell.recovery.verifyWhy')}
      </Banner>
    );
  }
  if (!storage.backupDue) return null;
  return (
    <Banner tone={tone} title={t('shell.backup.due')} actions={actions(t('shell.backup.do'))}>
      {storage.lastBackup ? t('shell.backup.last', { day: formatDay(storage.lastBackup) }) : t('shell.backup.never')}
    </Banner>
  );
};
