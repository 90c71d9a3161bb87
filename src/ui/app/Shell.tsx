import { lazy, Suspense, useEffect, useState } from 'react';
import { Outlet, useMatches } from 'react-router';
import { useApplication, useStore } from '../components/applicationContext.tsx';
import { Banner } from '../components/Banner.tsx';
import { Button } from '../components/Button.tsx';
import { useUpdate } from '../components/updateContext.tsx';
import { useIsFamily } from '../components/useIsFamily.ts';
import { useIsTrial } from '../components/useIsTrial.ts';
import { loadTexts } from '../i18n/catalogue.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { GuestNotice } from './GuestNotice.tsx';
import { IdleWatch } from './IdleWatch.tsx';
import { useMenu } from './navigation.ts';
import { PhoneBar, PhoneTop } from './PhoneBar.tsx';
import { Reminder } from './Reminder.tsx';
import type { RouteHandle } from './routeHandle.ts';
import styles from './Shell.module.css';
import { SideNavigation } from './SideNavigation.tsx';
import { useFocusOnNavigation } from './useFocusOnNavigation.ts';
import { useIsNarrow } from './useIsNarrow.ts';

const QuickExit = lazy(async () => {
  const [{ QuickExit: Component }] = await Promise.all([import('./QuickExit.tsx'), loadTexts(['discreet'])]);
  return { default: Component };
});
const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }));

/** What stands around every screen. Help and Direct gevaar are also shown before unlocking, without a menu. */
export const Shell = () => {
  const device = useStore(useApplication().device);
  return device.type === 'unlocked' ? <UnlockedShell /> : <Outlet />;
};

const UnlockedShell = () => {
  const t = useTexts();
  const [isSearching, setSearching] = useState(false);
  const isNarrow = useIsNarrow();
  const isFamily = useIsFamily();
  const isWholeWindow = useMatches().some(({ handle }) => (handle as RouteHandle | undefined)?.wholeWindow);
  useFocusOnNavigation();
  const { hasSearch } = useMenu();
  usePaletteKey(() => setSearching(hasSearch));

  return (
    <>
      <a className={styles['skip']} href="#main">
        {t('shell.skip')}
      </a>
      {isWholeWindow ? (
        <>
          <TrialBanner />
          <Outlet />
        </>
      ) : (
        <div className={styles['shell']}>
          {isNarrow ? <PhoneTop /> : <SideNavigation onSearch={() => setSearching(true)} />}
          <div className={styles['content']}>
            <Notices />
            <main id="main" className={`${styles['main']} ${isFamily ? styles['roomBelow'] : ''}`}>
              <Outlet />
            </main>
          </div>
          {isNarrow && <PhoneBar onSearch={() => setSearching(true)} />}
        </div>
      )}
      {isFamily && (
        <Suspense>
          <QuickExit />
        </Suspense>
      )}
      <IdleWatch />
      {isSearching && (
        <Suspense>
          <Palette onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </>
  );
};

/** A new version is never offered in a conference: that takes the whole window, and notices are not shown there. */
const Notices = () => {
  const t = useTexts();
  const storage = useStore(useApplication().storage);
  const update = useUpdate();
  return (
    <div className={styles['notices']}>
      <TrialBanner />
      <GuestNotice />
      <Reminder />
      {storage.clockSuspect && (
        <Banner tone="attention" title={t(`shell.clock.${storage.clockSuspect}`)}>
          {t('shell.clock.explain')}
        </Banner>
      )}
      {storage.otherVersion && (
        <Banner
          tone={storage.journal === 'otherTab' ? 'alarm' : 'attention'}
          title={t(storage.journal === 'otherTab' ? 'shell.otherVersion.here' : 'shell.otherVersion.there')}
        >
          {t('shell.otherVersion.explain')}
        </Banner>
      )}
      {update.isAvailable && (
        <Banner
          tone="info"
          title={t('shell.update.title')}
          actions={<Button onPress={() => void update.load()}>{t('shell.update.load')}</Button>}
        >
          {t('shell.update.explain')}
          {update.errorText && <p role="alert">{update.errorText}</p>}
        </Banner>
      )}
    </div>
  );
};

const TrialBanner = () => {
  const t = useTexts();
  const application = useApplication();
  if (!useIsTrial()) return null;
  return (
    <div className={styles['trial']} role="note">
      <span>
        <strong>{t('shell.trial.title')}</strong> {t('shell.trial.explain')}
      </span>
      <Button variant="quiet" onPress={() => void application.endTrial()}>
        {t('shell.trial.end')}
      </Button>
    </div>
  );
};

function usePaletteKey(open: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}
