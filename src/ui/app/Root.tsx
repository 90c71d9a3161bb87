import { lazy, Suspense, type ComponentType } from 'react';
import { matchPath, Outlet, useLocation } from 'react-router';
import { useApplication, useStore } from '../components/applicationContext.tsx';
import { paths } from '../components/paths.ts';
import { loadTexts } from '../i18n/catalogue.ts';
import { BareFrame } from './BareFrame.tsx';
import { UnusableScreen } from './UnusableScreen.tsx';

const gateScreen = (load: () => Promise<{ readonly Component: ComponentType }>) =>
  lazy(async () => {
    const [{ Component }] = await Promise.all([load(), loadTexts(['device'])]);
    return { default: Component };
  });

const Welcome = gateScreen(() => import('../routes/welcome.tsx'));
const Unlock = gateScreen(() => import('../routes/unlock.tsx'));

/** Help that nobody should have to unlock anything for. */
const OPEN_TO_ALL = [paths.danger, paths.help];

/**
 * The gate: what the device can show now. The address stays as it is, so that unlocking returns to the same place.
 */
export const Root = () => {
  const { pathname } = useLocation();
  const device = useStore(useApplication().device);
  if (device.type === 'unlocked') return <Outlet />;
  const isOpenToAll = OPEN_TO_ALL.some((path) => matchPath(path, pathname));
  if (isOpenToAll && device.type !== 'starting') {
    return (
      <BareFrame hasBack>
        <Outlet />
      </BareFrame>
    );
  }
  switch (device.type) {
    case 'starting':
      return null;
    case 'new':
      return (
        <BareFrame>
          <Suspense>
            <Welcome />
          </Suspense>
        </BareFrame>
      );
    case 'locked':
      return (
        <BareFrame>
          <Suspense>
            <Unlock />
          </Suspense>
        </BareFrame>
      );
    case 'unusable':
      return (
        <BareFrame>
          <UnusableScreen problem={device.problem} />
        </BareFrame>
      );
  }
};
