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
import { invitationWords } from './invitationWords.ts';
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
  const { id, use, state, offline } = invitation;
  const isOpen = state.type === 'waiting' || state.type === 'asked';
  return (
    <Card as="section" labelledBy={titleId} {...(state.type === 'asked' ? { tone: 'attention' } : {})}>
      <h3 id={titleId}>{title}</h3>
      {state.type === 'waiting' && <WaitingInvitation invitation={invitation} />}
      {state.type === 'asked' && <AskingGuest invitation={invitation} asked={state} careful={careful} />}
      {state.type === 'accepted' && <p role="status">{t(invitationWords(use).accepted, { name: state.name })}</p>}
      {state.type === 'refused' && <p>{t('invitation.refused')}</p>}
      {state.type === 'expired' && <p>{t('invitation.expired')}</p>}
      {state.type === 'ended' && <p>{t('invitation.ended')}</p>}
      {offline && isOpen && <p role="status">{t('invitation.offline')}</p>}
      <div>
        <Button variant="plain" onPress={() => void ask(() => circle.endInvitation(id))}>
          {t(isOpen ? 'invitation.end' : 'invitation.forget')}
        </Button>
      </div>
      {errorText && <p role="alert">{errorText}</p>}
    </Card>
  );
};

/** In person a code to scan; at a distance a link to send. With how long it holds. */
const WaitingInvitation = ({ invitation: { use, how, link, expiresAt } }: { readonly invitation: Invitation }) => {
  const t = useTexts();
  const words = invitationWords(use);
  const left = useTimeLeft(expiresAt);
  const address = `${location.origin}/${link}`;
  return (
    <>
      {how === 'inPerson' ? (
        <>
          <p>{t(words.scan)}</p>
          <QrCode text={address} label={t('invitation.qr')} />
        </>
      ) : (
        <>
          <p>{t(words.send)}</p>
          <CopyLink link={address} hint={t(words.linkHint)} />
        </>
      )}
      <p role="timer">{left}</p>
      {how === 'inPerson' && (
        <details className={styles['more']}>
          <summary>{t('invitation.noCamera')}</summary>
          <CopyLink link={address} hint={t(words.linkHint)} />
        </details>
      )}
      <p>{t(words.stay)}</p>
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
  const words = invitationWords(use);
  const { circle } = useApplication();
  const { ask, isAsking, errorText } = useAsk();
  return (
    <>
      <p role="status">
        <strong translate="no">
          {use === 'device'
            ? t('invitation.device.asks')
            : organisation
              ? t('circle.invitation.asksOf', { name, organisation })
              : t('circle.invitation.asks', { name })}
        </strong>
      </p>
      {digits === null ? (
        <p>{t(words.isIt)}</p>
      ) : (
        <>
          <p>{t(words.compare)}</p>
          <Digits digits={digits} />
          <p>{t('invitation.differs')}</p>
        </>
      )}
      {careful && (
        <p>
          <strong>{careful}</strong>
        </p>
      )}
      <Row>
        <Button icon={Check} isDisabled={isAsking} onPress={() => void ask(() => circle.acceptGuest(id))}>
          {t(digits === null ? words.accept : 'invitation.acceptSame')}
        </Button>
        <Button variant="danger" icon={X} isDisabled={isAsking} onPress={() => void ask(() => circle.refuseGuest(id))}>
          {t('invitation.refuse')}
        </Button>
      </Row>
      {errorText && <p role="alert">{errorText}</p>}
    </>
  );
};
