import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowserStorageInfo } from '../../src/adapters/browser/storageInfo.ts';
import { createMemoryStorageInfo } from '../../src/adapters/memory/storageInfo.ts';
import type { StorageInfo } from '../../src/application/ports.ts';

function createWebStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

beforeEach(() => {
  let isPersisted = false;
  vi.stubGlobal('navigator', {
    storage: {
      persisted: async () => isPersisted,
      persist: async () => (isPersisted = true),
      estimate: async () => ({ usage: 300, quota: 1_000 }),
    },
  });
  vi.stubGlobal('localStorage', createWebStorage());
  vi.stubGlobal('sessionStorage', createWebStorage());
});
afterEach(() => vi.unstubAllGlobals());

describe.each<[string, () => StorageInfo]>([
  ['memory', createMemoryStorageInfo],
  ['browser', createBrowserStorageInfo],
])('storage info contract: %s', (_name, create) => {
  it('keeps a restart mark until it is taken away', () => {
    const info = create();
    expect(info.readRestartMark()).toBeNull();
    info.writeRestartMark('start 1');
    expect(info.readRestartMark()).toBe('start 1');
    info.writeRestartMark(null);
    expect(info.readRestartMark()).toBeNull();
  });

  it('tells one start of the browser by one name', () => {
    const info = create();
    expect(info.browserStart()).toBe(info.browserStart());
  });

  it('says whether storage is persistent, before and after asking', async () => {
    const info = create();
    expect(await info.persisted()).toBe(false);
    expect(await info.askPersistence()).toBe(true);
    expect(await info.persisted()).toBe(true);
  });
});

describe('the browser', () => {
  it('starts anew when its session is gone, and not with a reload', () => {
    const start = createBrowserStorageInfo().browserStart();
    expect(createBrowserStorageInfo().browserStart()).toBe(start);
    vi.stubGlobal('sessionStorage', createWebStorage());
    expect(createBrowserStorageInfo().browserStart()).not.toBe(start);
  });

  it('says how much room there is', async () => {
    expect(await createBrowserStorageInfo().estimate()).toEqual({ usedBytes: 300, availableBytes: 700 });
  });

  it('that says nothing, or refuses, is answered by "unknown"', async () => {
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('localStorage', undefined);
    vi.stubGlobal('sessionStorage', undefined);
    const info = createBrowserStorageInfo();
    expect(await info.persisted()).toBeNull();
    expect(await info.askPersistence()).toBe(false);
    expect(await info.estimate()).toBeNull();
    info.writeRestartMark('start');
    expect(info.readRestartMark()).toBeNull();
    expect(info.browserStart()).toBe(info.browserStart());
  });
});
