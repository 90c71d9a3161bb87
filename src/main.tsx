import { createAppUpdate } from './adapters/browser/appUpdate.ts';
import { createBrowserClock } from './adapters/browser/clock.ts';
import { holdsNothing } from './adapters/browser/holdsNothing.ts';
import { createApplication } from './application/createApplication.ts';
import { nextTask } from './ui/app/nextTask.ts';
import { loadFirstTexts, startScreens } from './ui/app/startScreens.tsx';

const DATABASE = 'knooppunt';

/** Begins in the page. */
async function begin(): Promise<void> {
  // Asked for first: the network is slower than everything that follows. What is shown on an empty device waits for the texts alone.
  const texts = loadFirstTexts();
  const ownDevice = import('./ownDevice.ts');
  await nextTask();

  const application = createApplication(createBrowserClock(), {
    own: ownDevice.then(({ createOwnDevice }) => createOwnDevice(DATABASE)),
    holdsNothing: holdsNothing(DATABASE),
    beginTrial: async () => (await import('./trialDevice.ts')).createTrialDevice(),
  });

  await nextTask();
  await startScreens(application, createAppUpdate(), texts);
}

// In a browser that is too old, oldBrowser.js has taken it away and said so.
if (document.getElementById('root')) await begin();
