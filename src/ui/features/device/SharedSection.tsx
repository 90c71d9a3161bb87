import { LogOut } from 'lucide-react';
import { useState } from 'react';
import type { SignOutError } from '../../../application/application.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { forgetChoices } from '../../components/choicesKept.ts';
import { SharedDeviceField } from '../../components/fields/SharedDeviceField.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { StillHere } from './StillHere.tsx';

/** A laptop that is not only one's own: nothing stays on it. */
export const SharedSection = () => {
  const t = useTexts();
  const application = useApplication();
  const { shared } = useStore(application.storage);
  const [held, setHeld] = useState<SignOutError | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function signOut(how?: 'exported'): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const result = await application.signOut(how);
    if (result.ok) return forgetChoices();
    setBusy(false);
    setHeld(result.error);
  }

  return (
    <Card as="section" labelledBy="shared" {...(shared ? { tone: 'attention' as const } : {})}>
      <h2 id="shared">{t('device.shared.title')}</h2>
      <p>{t(shared ? 'device.shared.on' : 'deviceWork.shared.what')}</p>
      {shared && (
        <>
          <p>{t('device.shared.gone')}</p>
          {held && <StillHere held={held} onSignOut={() => void signOut('exported')} />}
          <div>
            <Button icon={LogOut} onPress={() => void signOut()}>
              {t(isBusy ? 'device.signOut.busy' : held ? 'device.signOut.again' : 'device.signOut.do')}
            </Button>
          </div>
        </>
      )}
      <SharedDeviceField value={shared} onChange={(value) => void application.setShared(value)} />
    </Card>
  );
};
