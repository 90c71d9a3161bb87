import { lazy, Suspense, useState, type ComponentType } from 'react';
import { matchPath, Outlet, useLocation } from 'react-router';
import { useApplication, useStore } from '../components/applicationContext.tsx';
import { paths } from '../components/paths.ts';
import { loadTexts } from '../i18n/catalogue.ts';
import { BareFrame } from './BareFrame.tsx';
import { Opening } from './Opening.tsx';
import { SignedOutScreen } from './SignedOutScreen.tsx';
import { UnusableScreen } from './UnusableScreen.tsx';
import { useKeptFocus } from './useKeptFocus.ts';

const gateScreen = (load: () => Promise<{ readonly Component: ComponentType }>) =>
  lazy(async () => {
    const [{ Component }] = await Promise.all([load(), loadTexts(['start'])]);
    return { default: Component };
  });

const Welcome = gateScreen(() => import('../routes/welcome.tsx'));
const Unlock = gateScreen(() => import('../routes/unlock.tsx'));

/** Help that nobody should have to unlock anything for. */
const OPEN_TO_ALL = [paths.danger, paths.help, paths.papers];

/**
 * The gate: what the device can show now. The address stays as it is, so that unlocking returns to the same place.
 */
export const Root = () => {
  const { pathname, key } = useLocation();
  const device = useStore(useApplication().device);
  useKeptFocus();
  const isUnlocked = device.type === 'unlocked';
  const [lastUnlocked, setLastUnlocked] = useState<string | null>(null);
  if (isUnlocked && lastUnlocked !== key) setLastUnlocked(key);
  if (isUnlocked) return <Outlet />;
  // Someone who locks while reading help wants to see that it is locked; someone who goes there afterwards wants the help.
  const isOpenToAll = key !== lastUnlocked && OPEN_TO_ALL.some((path) => matchPath(path, pathname));
  if (isOpenToAll && device.type !== 'starting') {
    return (
      <BareFrame hasBack>
        <Outlet />
      </BareFrame>
    );
  }
  // Whoever opened an invitation sets up or unlocks this device as a part of joining.
  if (matchPath(paths.join, pathname) && (device.type === 'new' || device.type === 'locked')) {
    return (
      <BareFrame hasBack>
        <Outlet />
      </BareFrame>
    );
  }
  switch (device.type) {
    case 'starting':
      return <Opening />;
    case 'new':
      return (
        <Suspense fallback={<Opening />}>
          <BareFrame>
            <Welcome />
          </BareFrame>
        </Suspense>
      );
    case 'locked':
      return (
        <Suspense fallback={<Opening />}>
          <BareFrame>
            <Unlock />
          </BareFrame>
        </Suspense>
      );
    case 'signedOut':
      return (
        <BareFrame>
          <SignedOutScreen />
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
