import { useState } from 'react';
import type { OrganisationDevice, OrganisationPerson } from '../../../application/application.ts';
import { dayOf } from '../../../core/shared/dayOf.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Card } from '../../components/Card.tsx';
import { Chip } from '../../components/Chip.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { Row } from '../../components/Layout.tsx';
import { useAsk } from '../../components/useAsk.ts';
import { useDiscipline } from '../../components/useDiscipline.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { DeviceLine } from './DeviceLine.tsx';
import styles from './organisation.module.css';

interface PersonCardProps {
  readonly person: OrganisationPerson;
  readonly amAdministrator: boolean;
}

/** One colleague; for an administrator with their devices, correcting their name, and letting them administer or go. */
export const PersonCard = ({ person, amAdministrator }: PersonCardProps) => {
  const t = useTexts();
  const disciplineOf = useDiscipline();
  const { organisation } = useApplication();
  const { ask, isAsking, errorText } = useAsk();
  const [isCorrecting, setCorrecting] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const { member, discipline, administrator, me, since, left, devices } = person;
  const name = person.name || t('organisation.someone');

  return (
    <Card as="li">
      <Row justify="between" align="start">
        <h3 translate="no">{name}</h3>
        <Row gap={2}>
          {me && <Chip tone="plain">{t('organisation.me')}</Chip>}
          {administrator && left === null && <Chip>{t('organisation.administrator')}</Chip>}
          {left !== null && <Chip tone="plain">{t('organisation.left', { day: formatDay(left) })}</Chip>}
        </Row>
      </Row>
      <ul className={styles['facts']}>
        {disciplineOf(discipline) && <li>{disciplineOf(discipline)}</li>}
        <li>{t('organisation.since', { day: formatDay(dayOf(since)) })}</li>
        {amAdministrator && left === null && devices === null && <li>{t('organisation.devicesUnknown')}</li>}
      </ul>
      {amAdministrator && left === null && devices !== null && devices.length > 0 && (
        <ul className={styles['devices']} aria-label={t('organisation.devicesOf', { name })}>
          {numbered(devices).map(({ device, number }) => (
            <DeviceLine key={device.id} device={device} number={number} name={name} mayStop={!me} />
          ))}
        </ul>
      )}
      {(amAdministrator || me) && left === null && (
        <Row gap={2}>
          <Button variant="quiet" aria-label={t('organisation.correct.this', { name })} onPress={() => setCorrecting(true)}>
            {t('organisation.correct')}
          </Button>
          {amAdministrator && !me && (
            <>
              <Button
                variant="quiet"
                isDisabled={isAsking}
                aria-label={t(administrator ? 'organisation.demote.this' : 'organisation.promote.this', { name })}
                onPress={() => void ask(() => organisation.makeAdministrator(member, !administrator))}
              >
                {t(administrator ? 'organisation.demote' : 'organisation.promote')}
              </Button>
              <Button variant="plain" aria-label={t('organisation.remove.this', { name })} onPress={() => setRemoving(true)}>
                {t('organisation.remove')}
              </Button>
            </>
          )}
        </Row>
      )}
      {errorText && <p role="alert">{errorText}</p>}
      {isCorrecting && <CorrectDialog person={person} onClose={() => setCorrecting(false)} />}
      {isRemoving && (
        <ConfirmDialog
          title={t('organisation.remove.this', { name })}
          sure={t('organisation.remove.sure')}
          act={() => organisation.removeColleague(member)}
          onClose={() => setRemoving(false)}
        >
          <p>{t('organisation.remove.explain', { name })}</p>
          <p>{t('organisation.remove.circles')}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
};

/** Nobody knows a device by its key: they are counted, papers apart. */
function numbered(devices: readonly OrganisationDevice[]): readonly { readonly device: OrganisationDevice; readonly number: number }[] {
  return devices.map((device, place) => ({
    device,
    number: devices.slice(0, place + 1).filter(({ kind }) => kind === device.kind).length,
  }));
}
