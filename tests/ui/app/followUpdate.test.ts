import { describe, expect, it, vi } from 'vitest';
import { createStore } from '../../../src/application/store.ts';
import { followUpdate } from '../../../src/ui/app/followUpdate.ts';
import { createTestApplication } from '../../support/createTestApplication.ts';

const CONFERENCE = '/cases/c1/conference/m1/why';

/** A tab at an address, and what it loads anew. */
async function openTab(pathname: string, options: Parameters<typeof createTestApplication>[0] = { unlocked: true }) {
  const { application } = await createTestApplication(options);
  const superseded = createStore(false);
  const state = { location: { pathname, search: '', hash: '' }, navigation: { location: undefined as { pathname: string } | undefined } };
  const listeners: (() => void)[] = [];
  const router = { state, subscribe: (listener: () => void) => listeners.push(listener) } as never;
  const page = { location: { reload: vi.fn(), assign: vi.fn() } };
  followUpdate(page as never, router, { available: createStore(true), superseded, load: () => {} }, application);
  return {
    application,
    superseded,
    page,
    goTo: (to: string) => {
      state.navigation.location = { pathname: to };
      for (const listener of listeners) listener();
    },
    arrive: (at: string) => {
      state.navigation.location = undefined;
      state.location.pathname = at;
      for (const listener of listeners) listener();
    },
  };
}

describe('a newer version that took over', () => {
  it('is loaded at once, after everything was saved', async () => {
    const { application, superseded, page } = await openTab('/cases');
    const steps: string[] = [];
    application.beforeLock(async () => void steps.push('saved'));
    page.location.reload.mockImplementation(() => steps.push('loaded'));
    superseded.set(true);
    await vi.waitFor(() => expect(steps).toEqual(['saved', 'loaded']));
  });

  it('waits until a conference is left, and loads where people go', async () => {
    const { superseded, page, goTo, arrive } = await openTab(CONFERENCE);
    superseded.set(true);
    arrive(CONFERENCE.replace('why', 'decide'));
    await Promise.resolve();
    expect(page.location.reload).not.toHaveBeenCalled();
    goTo('/cases/c1/print/onepage');
    await vi.waitFor(() => expect(page.location.assign).toHaveBeenCalledExactlyOnceWith('/cases/c1/print/onepage'));
    expect(page.location.reload).not.toHaveBeenCalled();
  });

  it('is loaded at the address of a conference too when it is locked', async () => {
    const { application, superseded, page } = await openTab(CONFERENCE);
    superseded.set(true);
    await application.lock('asked');
    await vi.waitFor(() => expect(page.location.reload).toHaveBeenCalledOnce());
  });
});
