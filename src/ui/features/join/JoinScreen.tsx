import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { openedLink } from '../../components/openedLink.ts';
import { JoinFirst } from './JoinFirst.tsx';
import { JoinProgress } from './JoinProgress.tsx';
import { TrialFirst } from './TrialFirst.tsx';

/** An invitation that was opened or pasted: what it is, what is needed first, and where it stands. */
export const JoinScreen = () => {
  const application = useApplication();
  const device = useStore(application.device);
  const joining = useStore(application.circle.joining);
  const opened = useStore(openedLink);
  if (device.type === 'unlocked' && device.trial) return <TrialFirst />;
  // A link that was just opened goes before what still stood there of an earlier one.
  return opened?.type === 'invitation' ? <JoinFirst opened={opened} /> : <JoinProgress joining={joining} />;
};
