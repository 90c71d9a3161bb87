import { useState } from 'react';
import type { OrganisationDevice } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Chip } from '../../components/Chip.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { Row } from '../../components/Layout.tsx';
import { useAsk } from '../../components/useAsk.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './organisation.module.css';

interface DeviceLineProps {
  readonly device: OrganisationDevice;
  readonly number: number;
  /** Whose it is. */
  readonly name: string;
  /** Nobody stops an own device here: a lost one is withdrawn under Dit apparaat. */
  readonly mayStop: boolean;
}

/** One device of a colleague: when it was last seen, and stopping it when it is lost. Letting it go on again needs no second thought. */
export const DeviceLine = ({ device: { id, kind, revoked, blocked, lastSeen }, number, name, mayStop }: DeviceLineProps) => {
  const t = useTexts();
  const { organisation } = useApplication();
  const { ask, isAsking, errorText } = useAsk();
  const [isBlocking, setBlocking] = useState(false);
  const what = t(kind === 'paper' ? 'organisation.device.paper' : 'organisation.device', { number });
  return (
    <li className={styles['device']}>
      <Row justify="between">
        <span>
          <strong>{what}</strong>{' '}
          {lastSeen ? t('organisation.device.seen', { day: formatDay(lastSeen) }) : t('organisation.device.neverSeen')}
        </span>
        {revoked && <Chip tone="plain">{t('organisation.device.revoked')}</Chip>}
        {blocked && <Chip tone="alarm">{t('organisation.device.blocked')}</Chip>}
        {!revoked && mayStop && (
          <Button
            variant="plain"
            isDisabled={isAsking}
            aria-label={t(blocked ? 'organisation.unblock.this' : 'organisation.block.this', { what, name })}
            onPress={() => (blocked ? void ask(() => organisation.blockDevice(id, false)) : setBlocking(true))}
          >
            {t(blocked ? 'organisation.unblock' : 'organisation.block')}
          </Button>
        )}
      </Row>
      {errorText && <p role="alert">{errorText}</p>}
      {isBlocking && (
        <ConfirmDialog
          title={t('organisation.block.this', { what, name })}
          sure={t('organisation.block.sure')}
          act={() => organisation.blockDevice(id, true)}
          onClose={() => setBlocking(false)}
        >
          <p>{t('organisation.block.explain')}</p>
          <p>{t('organisation.block.stays')}</p>
        </ConfirmDialog>
      )}
    </li>
  );
};
