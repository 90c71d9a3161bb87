import { lazy } from 'react';
import { useApplication, useStore } from '../components/applicationContext.tsx';
import { Stack } from '../components/Layout.tsx';
import { openedLink } from '../components/openedLink.ts';
import { JoinScreen } from '../features/join/JoinScreen.tsx';
import { ShortSetUp } from '../features/join/ShortSetUp.tsx';
import { UnlockFirst } from '../features/join/UnlockFirst.tsx';
import { loadTexts, type TextPart } from '../i18n/catalogue.ts';
import { Speaking } from '../i18n/TextsProvider.tsx';

const OF_FOUNDER: readonly TextPart[] = ['organisation'];
/** Only where they are needed: most who come in by a link have an old phone with nothing on it yet. */
const FoundScreen = lazy(async () => {
  const [{ FoundScreen: found }] = await Promise.all([import('../features/organisation/FoundScreen.tsx'), loadTexts(OF_FOUNDER)]);
  return { default: found };
});
const UnlockScreen = lazy(async () => ({ default: (await import('../features/start/UnlockScreen.tsx')).UnlockScreen }));

/** Where a link with a secret leads: an invitation, or the one of a server's first start. A device that is locked is unlocked first. */
export const Component = () => {
  const device = useStore(useApplication().device);
  const opened = useStore(openedLink);
  if (device.type === 'locked')
    return (
      <Stack gap={5}>
        {opened && <UnlockFirst />}
        <UnlockScreen />
      </Stack>
    );
  if (opened?.type !== 'setUp') return <JoinScreen />;
  if (device.type === 'new') return <ShortSetUp use="setUp" />;
  return (
    <Speaking parts={OF_FOUNDER}>
      <FoundScreen secret={opened.link} />
    </Speaking>
  );
};
