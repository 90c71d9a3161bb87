import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import type { InvitationHow, OwnDevice } from '../../../application/application.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Chip } from '../../components/Chip.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { InvitationCard } from '../../components/invitation/InvitationCard.tsx';
import { Row } from '../../components/Layout.tsx';
import { useAsk } from '../../components/useAsk.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './DeviceScreen.module.css';
import { RevokeDialog } from './RevokeDialog.tsx';

/** Everything this person reads with: link another, and take a lost one out. */
export const OwnDevicesSection = () => {
  const t = useTexts();
  const { devices, circle, exchange } = useApplication();
  const own = useStore(devices.own);
  const linking = useStore(circle.invitations).filter(({ use }) => use === 'device');
  const isConnected = useStore(exchange).type !== 'unconnected';
  const [isRevoking, setRevoking] = useState<{ readonly device: OwnDevice; readonly name: string } | null>(null);
  const present = own.filter(({ revoked }) => !revoked).toSorted((a, b) => Number(b.thisOne) - Number(a.thisOne));
  const nameOf = (device: OwnDevice) =>
    device.thisOne
      ? t('device.own.this')
      : t(device.kind === 'paper' ? 'device.own.paper' : 'device.own.other', {
          number: present.filter(({ kind, thisOne }) => kind === device.kind && !thisOne).indexOf(device) + 1,
        });

  return (
    <Card as="section" labelledBy="own">
      <h2 id="own">{t('device.own.title')}</h2>
      <p>{t('device.own.what')}</p>
      <ul className={styles['facts']}>
        {present.map((device) => (
          <li key={device.id}>
            <Row justify="between">
              <strong>{nameOf(device)}</strong>
              {device.thisOne ? (
                <Chip tone="plain">{t('device.own.here')}</Chip>
              ) : (
                device.kind === 'device' && (
                  <Button
                    variant="plain"
                    aria-label={t('device.own.revoke.this', { name: nameOf(device) })}
                    onPress={() => setRevoking({ device, name: nameOf(device) })}
                  >
                    {t('device.own.revoke')}
                  </Button>
                )
              )}
            </Row>
          </li>
        ))}
      </ul>
      {own.length > present.length && <p className={styles['soft']}>{t('device.own.revoked', { count: own.length - present.length })}</p>}
      {linking.map((invitation) => (
        <InvitationCard key={invitation.id} invitation={invitation} title={t('device.own.linking')} />
      ))}
      {isConnected ? <LinkDevice /> : <p>{t('device.own.unconnected')}</p>}
      {isRevoking && <RevokeDialog device={isRevoking.device} name={isRevoking.name} onClose={() => setRevoking(null)} />}
    </Card>
  );
};

/** Shows a code for a new, empty device. */
const LinkDevice = () => {
  const t = useTexts();
  const { devices } = useApplication();
  const { ask, isAsking, errorText } = useAsk();
  const [how, setHow] = useState<InvitationHow>('inPerson');
  return (
    <>
      <ChoiceField<InvitationHow>
        label={t('device.own.how')}
        options={[
          { value: 'inPerson', label: t('device.own.how.inPerson') },
          { value: 'atDistance', label: t('device.own.how.atDistance') },
        ]}
        value={how}
        onChange={(value) => value && setHow(value)}
      />
      <div>
        <Button variant="quiet" icon={Smartphone} isDisabled={isAsking} onPress={() => void ask(() => devices.link(how))}>
          {t('device.own.link')}
        </Button>
      </div>
      {errorText && <p role="alert">{errorText}</p>}
    </>
  );
};
