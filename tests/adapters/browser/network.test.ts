// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { createBrowserNetwork } from '../../../src/adapters/browser/network.ts';

afterEach(() => vi.restoreAllMocks());

const setVisibility = (state: DocumentVisibilityState) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

it('says what the browser believes now, not what it believed when it was made', () => {
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  const network = createBrowserNetwork();
  expect(network.online()).toBe(true);
  onLine.mockReturnValue(false);
  expect(network.online()).toBe(false);
});

it('hopes when the line is back, and when a person comes back, and not when they go', () => {
  const hope = vi.fn();
  createBrowserNetwork().onHope(hope);
  window.dispatchEvent(new Event('online'));
  expect(hope).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new Event('focus'));
  expect(hope).toHaveBeenCalledTimes(2);
  setVisibility('hidden');
  expect(hope).toHaveBeenCalledTimes(2);
  setVisibility('visible');
  expect(hope).toHaveBeenCalledTimes(3);
  window.dispatchEvent(new Event('offline'));
  expect(hope).toHaveBeenCalledTimes(3);
});

it('stops, and only for who stopped', () => {
  const [one, other] = [vi.fn(), vi.fn()];
  const network = createBrowserNetwork();
  const stop = network.onHope(one);
  network.onHope(other);
  stop();
  window.dispatchEvent(new Event('online'));
  window.dispatchEvent(new Event('focus'));
  setVisibility('visible');
  expect([one.mock.calls.length, other.mock.calls.length]).toEqual([0, 3]);
});
