import type { CircleView, Invitation } from '../../../application/application.ts';
import { companionshipOf } from '../../../core/plan/companions.ts';
import { useApplication, useCaseView, useStore } from '../../components/applicationContext.tsx';
import { InvitationCard } from '../../components/invitation/InvitationCard.tsx';
import { Stack } from '../../components/Layout.tsx';
import { nameOf } from '../../components/people.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './circle.module.css';
import { useNameInCircle } from '../../components/circle/circleWords.ts';

/** Who was invited for this case from this device, with the code or link, and whoever asks to come in. */
export const CircleInvitations = ({ view }: { readonly view: CircleView }) => {
  const t = useTexts();
  const plan = useCaseView();
  const nameInCircle = useNameInCircle(view);
  const mine = useStore(useApplication().circle.invitations).filter(({ caseId }) => caseId === view.caseId);
  if (mine.length === 0) return null;
  const titleOf = ({ person, role, succeeds }: Invitation) =>
    succeeds === null
      ? t('circle.invitation.title', {
          name: nameOf(plan, person) || t('circle.someone'),
          role: role ? t(`circle.role.${role}`).toLowerCase() : '',
        })
      : t('circle.invitation.return', { name: nameInCircle(succeeds) });
  const carefulOf = ({ person, succeeds }: Invitation) => {
    if (succeeds !== null) return t('circle.invitation.returnCheck', { name: nameInCircle(succeeds) });
    const companionship = companionshipOf(plan, person ?? undefined);
    return companionship?.isWanted === false ? t('circle.companion.stop', { by: nameOf(plan, companionship.companion.by) }) : null;
  };
  return (
    <Stack as="section" gap={3} labelledBy="invitations">
      <h2 id="invitations">{t('circle.invitations')}</h2>
      <div className={styles['cards']}>
        {mine.map((invitation) => (
          <InvitationCard key={invitation.id} invitation={invitation} title={titleOf(invitation)} careful={carefulOf(invitation)} />
        ))}
      </div>
    </Stack>
  );
};
