import { Check, X } from 'lucide-react';
import { useId } from 'react';
import type { Invitation } from '../../../application/application.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useApplication } from '../applicationContext.tsx';
import { Button } from '../Button.tsx';
import { Card } from '../Card.tsx';
import { Row } from '../Layout.tsx';
import { useAsk } from '../useAsk.ts';
import { CopyLink } from './CopyLink.tsx';
import { Digits } from './Digits.tsx';
import { QrCode } from './QrCode.tsx';
import styles from './InvitationCard.module.css';
import { useTimeLeft } from './useTimeLeft.ts';

interface InvitationCardProps {
  readonly invitation: Invitation;
  /** For whom or what: "Uitnodiging voor Rachida". */
  readonly title: string;
  /** What to be sure of before accepting, beyond the name. */
  readonly careful?: string | null;
}

/** One invitation as its maker sees it: the code or link, who asks, and accepting or refusing. Used for a case, a colleague and a device. */
export const InvitationCard = ({ invitation, title, careful = null }: InvitationCardProps) => {
  const t = useTexts();
  const { circle } = useApplication();
  const titleId = useId();
  const { ask, errorText } = useAsk();
  const { id, state, offline } = invitation;
  const isOpen = state.type === 'waiting' || state.type === 'asked';
  return (
    <Card as="section" labelledBy={titleId} {...(state.type === 'asked' ? { tone: 'attention' } : {})}>
      <h3 id={titleId}>{title}</h3>
      {state.type === 'waiting' && <WaitingInvitation invitation={invitation} />}
      {state.type === 'asked' && <AskingGuest invitation={invitation} asked={state} careful={careful} />}
      {state.type === 'accepted' && <p role="status">{t('circle.invitation.accepted', { name: state.name })}</p>}
      {state.type === 'refused' && <p>{t('circle.invitation.refused')}</p>}
      {state.type === 'expired' && <p>{t('circle.invitation.expired')}</p>}
      {state.type === 'ended' && <p>{t('circle.invitation.ended')}</p>}
      {offline && isOpen && <p role="status">{t('circle.invitation.offline')}</p>}
      <div>
        <Button variant="plain" onPress={() => void ask(() => circle.endInvitation(id))}>
          {t(isOpen ? 'circle.invitation.end' : 'circle.invitation.forget')}
        </Button>
      </div>
      {errorText && <p role="alert">{errorText}</p>}
    </Card>
  );
};

/** In person a code to scan; at a distance a link to send. With how long it holds. */
const WaitingInvitation = ({ invitation: { how, link, expiresAt } }: { readonly invitation: Invitation }) => {
  const t = useTexts();
  const left = useTimeLeft(expiresAt);
  const address = `${location.origin}/${link}`;
  return (
    <>
      {how === 'inPerson' ? (
        <>
          <p>{t('circle.invitation.scan')}</p>
          <QrCode text={address} label={t('circle.invitation.qr')} />
        </>
      ) : (
        <>
          <p>{t('circle.invitation.send')}</p>
          <CopyLink link={address} hint={t('circle.invitation.linkHint')} />
        </>
      )}
      <p role="timer">{left}</p>
      {how === 'inPerson' && (
        <details className={styles['more']}>
          <summary>{t('circle.invitation.noCamera')}</summary>
          <CopyLink link={address} hint={t('circle.invitation.linkHint')} />
        </details>
      )}
      <p>{t('circle.invitation.stay')}</p>
    </>
  );
};

interface AskingGuestProps {
  readonly invitation: Invitation;
  readonly asked: Extract<Invitation['state'], { readonly type: 'asked' }>;
  readonly careful: string | null;
}

/** Somebody used it: is it the right person? */
const AskingGuest = ({ invitation: { id, use }, asked: { name, organisation, digits }, careful }: AskingGuestProps) => {
  const t = useTexts();
  const { circle } = useApplication();
  const { ask, isAsking, errorText } = useAsk();
  return (
    <>
      <p role="status">
        <strong translate="no">
          {use === 'device'
            ? t('circle.invitation.deviceAsks')
            : organisation
              ? t('circle.invitation.asksOf', { name, organisation })
              : t('circle.invitation.asks', { name })}
        </strong>
      </p>
      {digits === null ? (
        <p>{t('circle.invitation.isItThem')}</p>
      ) : (
        <>
          <p>{t('circle.invitation.compare')}</p>
          <Digits digits={digits} />
          <p>{t('circle.invitation.differs')}</p>
        </>
      )}
      {careful && (
        <p>
          <strong>{careful}</strong>
        </p>
      )}
      <Row>
        <Button icon={Check} isDisabled={isAsking} onPress={() => void ask(() => circle.acceptGuest(id))}>
          {t(digits === null ? 'circle.invitation.accept' : 'circle.invitation.acceptSame')}
        </Button>
        <Button variant="danger" icon={X} isDisabled={isAsking} onPress={() => void ask(() => circle.refuseGuest(id))}>
          {t('circle.invitation.refuse')}
        </Button>
      </Row>
      {errorText && <p role="alert">{errorText}</p>}
    </>
  );
};
