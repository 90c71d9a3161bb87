import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { InvitationCard } from '../../components/invitation/InvitationCard.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** Colleagues who were invited from this device. */
export const ColleagueInvitations = () => {
  const t = useTexts();
  const made = useStore(useApplication().circle.invitations).filter(({ use }) => use === 'organisation');
  if (made.length === 0) return null;
  return (
    <>
      <h2>{t('organisation.invitations')}</h2>
      {made.map((invitation) => (
        <InvitationCard
          key={invitation.id}
          invitation={invitation}
          title={t(invitation.role === 'lead' ? 'organisation.invitation.administrator' : 'organisation.invitation')}
        />
      ))}
    </>
  );
};
