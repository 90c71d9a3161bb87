import { generatePath, useLocation } from 'react-router';
import type { Invitation } from '../../application/application.ts';
import { useApplication, useStore } from '../components/applicationContext.tsx';
import { Banner } from '../components/Banner.tsx';
import { LinkButton } from '../components/Button.tsx';
import { paths } from '../components/paths.ts';
import { useTexts } from '../i18n/useTexts.ts';

/** Somebody who was invited asks to come in, while the host looks at something else. Without names: others may see this screen. */
export const GuestNotice = () => {
  const { exchange } = useApplication();
  return useStore(exchange).type === 'unconnected' ? null : <WhoAsks />;
};

const WhoAsks = () => {
  const t = useTexts();
  const { pathname } = useLocation();
  const asked = useStore(useApplication().circle.invitations).filter(({ state }) => state.type === 'asked');
  const [first] = asked.filter((invitation) => pathname !== placeOf(invitation));
  return (
    <div aria-live="polite">
      {first && (
        <Banner
          tone="attention"
          title={t(`shell.guest.${first.use}`)}
          actions={<LinkButton to={placeOf(first)}>{t('shell.guest.look')}</LinkButton>}
        >
          {t('shell.guest.explain')}
        </Banner>
      )}
    </div>
  );
};

/** Where the host lets them in. */
function placeOf({ use, caseId }: Invitation): string {
  if (use === 'case' && caseId !== null) return generatePath(paths.circle, { caseId });
  return use === 'device' ? paths.device : paths.organisation;
}
