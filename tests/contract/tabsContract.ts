import { describe, expect, it } from 'vitest';
import type { Tabs } from '../../src/application/ports.ts';

/** What the tabs of one browser must do. `openTab` opens another tab of that browser; no tab has been opened before. */
export function describeTabs(name: string, createBrowser: () => { readonly openTab: () => Tabs }): void {
  describe(`tabs contract: ${name}`, () => {
    it('makes the first that asks the writer, and nobody else', async () => {
      const { openTab } = createBrowser();
      const [first, second] = [openTab(), openTab()];
      expect(await first.tryBecomeWriter()).toBe(true);
      expect(await second.tryBecomeWriter()).toBe(false);
      expect(await first.tryBecomeWriter()).toBe(true);
      await first.becomeWriter();
    });

    it('says to the other tabs what one tab says, in order, and not to itself', async () => {
      const { openTab } = createBrowser();
      const [first, second] = [openTab(), openTab()];
      const heard: unknown[] = [];
      const both = Promise.withResolvers<void>();
      first.listen(() => heard.push('echo'));
      second.listen((message) => {
        heard.push(message);
        if (heard.length === 2) both.resolve();
      });
      first.post({ type: 'one', bytes: new Uint8Array([1]) });
      first.post({ type: 'two' });
      await both.promise;
      expect(heard).toEqual([{ type: 'one', bytes: new Uint8Array([1]) }, { type: 'two' }]);
    });

    it('says nothing any more to who stopped listening', async () => {
      const { openTab } = createBrowser();
      const [first, second] = [openTab(), openTab()];
      const heard: unknown[] = [];
      const last = Promise.withResolvers<void>();
      const stop = second.listen((message) => heard.push(message));
      second.listen(() => last.resolve());
      stop();
      first.post('late');
      await last.promise;
      expect(heard).toEqual([]);
    });
  });
}
