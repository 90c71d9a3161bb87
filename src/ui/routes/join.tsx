import { useApplication, useStore } from '../components/applicationContext.tsx';
import { Stack } from '../components/Layout.tsx';
import { openedLink } from '../components/openedLink.ts';
import { JoinScreen } from '../features/join/JoinScreen.tsx';
import { ShortSetUp } from '../features/join/ShortSetUp.tsx';
import { UnlockFirst } from '../features/join/UnlockFirst.tsx';
import { FoundScreen } from '../features/organisation/FoundScreen.tsx';
import { UnlockScreen } from '../features/start/UnlockScreen.tsx';

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
  return device.type === 'new' ? <ShortSetUp use="setUp" /> : <FoundScreen secret={opened.link} />;
};
