import { Download, Lock } from 'lucide-react';
import { useState } from 'react';
import type { SignOutError } from '../../../application/application.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { errorText } from '../../components/errorText.ts';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { Stack } from '../../components/Layout.tsx';
import { saveFile } from '../../components/saveFile.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** Why signing out would lose something, and the three ways to go on. */
export const StillHere = ({ held, onSignOut }: { readonly held: SignOutError; readonly onSignOut: () => void }) => {
  const t = useTexts();
  const application = useApplication();
  const isConnected = useStore(application.exchange).type !== 'unconnected';
  const title =
    held.type === 'StillWaiting'
      ? t('device.signOut.waiting', { waiting: held.waiting })
      : t(held.type === 'OnlyHolder' ? 'device.signOut.onlyHolder' : 'errors.Locked');
  return (
    <Stack gap={3}>
      <Banner tone="attention" title={title}>
        {isConnected ? null : t('device.signOut.unconnected')}
      </Banner>
      <h3>{t('device.signOut.choose')}</h3>
      {held.type === 'OnlyHolder' && <p>{t('device.signOut.makeCode')}</p>}
      {held.type === 'StillWaiting' && isConnected && <p>{t('device.signOut.wait')}</p>}
      <p>{t('device.signOut.keep')}</p>
      <div>
        <Button variant="quiet" icon={Lock} onPress={() => void application.lock('asked')}>
          {t('device.signOut.keepDo')}
        </Button>
      </div>
      <TakeAlong onSignOut={onSignOut} />
    </Stack>
  );
};

/** The sealed file first; everything here goes only after the person says that they have it. */
const TakeAlong = ({ onSignOut }: { readonly onSignOut: () => void }) => {
  const t = useTexts();
  const application = useApplication();
  const [fileName, setFileName] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isTaken, setTaken] = useState(false);
  const [isAsked, setAsked] = useState(false);

  async function exportAll(): Promise<void> {
    const result = await application.makeBackup();
    if (result.ok) saveFile(result.value.file, result.value.fileName);
    setError(result.ok ? null : errorText(t, result.error));
    setFileName(result.ok ? result.value.fileName : null);
  }

  function leave(): void {
    setAsked(true);
    if (isTaken) onSignOut();
  }

  return (
    <>
      <p>{t('device.signOut.export')}</p>
      <div>
        <Button variant="quiet" icon={Download} onPress={() => void exportAll()}>
          {t('device.signOut.exportDo')}
        </Button>
      </div>
      {error && <p role="alert">{error}</p>}
      {fileName !== null && (
        <>
          <p role="status">{t('device.signOut.exported', { file: fileName })}</p>
          <CheckField
            label={t('device.signOut.sure')}
            value={isTaken}
            onChange={setTaken}
            below={isAsked && !isTaken && <p role="alert">{t('device.signOut.sureFirst')}</p>}
          />
          <div>
            <Button variant="danger" onPress={leave}>
              {t('device.signOut.exportedDo')}
            </Button>
          </div>
        </>
      )}
    </>
  );
};
