import type { CirclePerson } from '../../../application/application.ts';
import { dayOf } from '../../../core/shared/dayOf.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Chip } from '../../components/Chip.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { Row } from '../../components/Layout.tsx';
import { isFamilyRole } from '../../components/circle/isFamilyRole.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './circle.module.css';
import { useNameOfPerson } from '../../components/circle/circleWords.ts';
import { useDiscipline } from '../../components/useDiscipline.ts';

interface PersonCardProps {
  readonly person: CirclePerson;
  readonly isLeaving: boolean;
  /** null: not something this reader may do. */
  readonly onChangeRole: (() => void) | null;
  readonly onReturn: (() => void) | null;
  readonly onRemove: (() => void) | null;
}

/** One member: role in plain words, since when, until when, which organisation, how many devices, and what they read. */
export const PersonCard = ({ person, isLeaving, onChangeRole, onReturn, onRemove }: PersonCardProps) => {
  const t = useTexts();
  const discipline = useDiscipline();
  const { role, since, until, me, replaced, devices, blocked, sharing, end, documents } = person;
  const name = useNameOfPerson()(person);
  const isFamily = isFamilyRole(role);
  const who = [discipline(person.discipline), person.organisation].filter(Boolean).join(', ');
  return (
    <Card as="li" {...(isFamily ? { tone: 'family' as const } : {})}>
      <Row justify="between" align="start">
        <h3 translate="no">{name}</h3>
        <Row gap={2}>
          {me && <Chip tone="plain">{t('circle.person.me')}</Chip>}
          <Chip tone={isFamily ? 'family' : 'primary'}>{role ? t(`circle.role.${role}`) : t('circle.role.elsewhere')}</Chip>
        </Row>
      </Row>
      <ul className={styles['facts']}>
        {who && <li translate="no">{who}</li>}
        <li>{t('circle.person.since', { day: formatDay(dayOf(since)) })}</li>
        {until && (
          <li className={end === 'near' || end === 'past' ? styles['careful'] : undefined}>
            {t(end === 'past' ? 'circle.person.untilPast' : 'circle.person.until', { day: formatDay(until) })}
          </li>
        )}
        <li>{t('circle.person.reads', { documents: documents.map(({ kind }) => t(`circle.document.${kind}`)).join(', ') })}</li>
        <li>{devices === null ? t('circle.person.devicesUnknown') : t('circle.person.devices', { count: devices })}</li>
        {sharing === 'missing' && <li className={styles['careful']}>{t('circle.person.sharingMissing')}</li>}
        {sharing === 'withdrawn' && <li className={styles['careful']}>{t('circle.person.sharingWithdrawn')}</li>}
        {sharing === 'recorded' && <li>{t('circle.person.sharingRecorded')}</li>}
        {replaced && <li className={styles['careful']}>{t('circle.person.replaced')}</li>}
        {blocked && <li className={styles['careful']}>{t('circle.person.blocked')}</li>}
        {isLeaving && <li className={styles['careful']}>{t('circle.person.leaving')}</li>}
      </ul>
      {(onChangeRole ?? onReturn ?? onRemove) && (
        <Row gap={2}>
          {onChangeRole && (
            <Button variant="quiet" aria-label={t('circle.role.changeOf', { name })} onPress={onChangeRole}>
              {t('circle.role.change')}
            </Button>
          )}
          {onReturn && (
            <Button variant="plain" aria-label={t('circle.return.this', { name })} onPress={onReturn}>
              {t('circle.return')}
            </Button>
          )}
          {onRemove && (
            <Button variant="plain" aria-label={t(isFamily ? 'circle.propose.this' : 'circle.remove.this', { name })} onPress={onRemove}>
              {t(isFamily ? 'circle.propose' : 'circle.remove')}
            </Button>
          )}
        </Row>
      )}
    </Card>
  );
};
