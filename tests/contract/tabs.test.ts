import { createBrowserTabs } from '../../src/adapters/browser/tabs.ts';
import { createMemoryTabs } from '../../src/adapters/memory/tabs.ts';
import { describeTabs } from './tabsContract.ts';

describeTabs('memory', createMemoryTabs);
// Node has Web Locks and BroadcastChannel too; a name of its own per test stands for a browser of its own.
let browsers = 0;
describeTabs('browser', () => {
  const name = `knooppunt-${++browsers}`;
  return { openTab: () => createBrowserTabs('', name) };
});
