import { act, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { StorageState } from '../../../src/application/application.ts';
import type { CaseId, EntityId } from '../../../src/core/shared/ids.ts';
import { createStore } from '../../../src/application/store.ts';
import { createTestApplication, createTestDevice, PASSPHRASE, type TestApplication } from '../../support/createTestApplication.ts';
import { renderApp } from '../../support/renderApp.tsx';

const example = () => createTestApplication({ exampleFamily: true });

async function startConference({ application }: TestApplication, caseId: CaseId): Promise<EntityId> {
  const opened = await application.openCase(caseId);
  if (!opened.ok) throw new Error(opened.error.type);
  const planned = await opened.value.change({ type: 'add', kind: 'conference', fields: { day: application.clock.today() } });
  if (!planned.ok) throw new Error(planned.error.type);
  const [conference] = planned.value.added;
  await opened.value.change({ type: 'startConference', conference: conference! });
  opened.value.close();
  return conference!;
}

describe('the shell', () => {
  it('locks with one press, and comes back to the same place', async () => {
    const { user, router } = await renderApp({ unlocked: true, path: '/conferences' });
    await user.click(await screen.findByRole('button', { name: 'Vergrendelen' }));
    await user.type(await screen.findByLabelText('Wachtzin'), PASSPHRASE);
    await user.click(screen.getByRole('button', { name: 'Ontgrendelen' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Overleggen' })).toBeVisible();
    expect(router.state.location.pathname).toBe('/conferences');
  });

  it('warns a minute before it locks by itself, and goes on when asked', async () => {
    const test = await createTestApplication({ unlocked: true });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'], shouldAdvanceTime: true });
    try {
      const { user } = await renderApp({ test, path: '/device' });
      await screen.findByRole('heading', { level: 1, name: 'Dit apparaat' });
      await act(async () => {
        test.clock.advance(9 * 60_000 + 10_000);
        await vi.advanceTimersByTimeAsync(1000);
      });
      const warning = await screen.findByRole('alertdialog', { name: 'Knooppunt gaat zo op slot' });
      expect(within(warning).getByText(/Nog 50 seconden/)).toBeVisible();
      await user.click(within(warning).getByRole('button', { name: 'Doorgaan' }));
      expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
      await act(async () => test.clock.advance(10 * 60_000 + 1));
      expect(await screen.findByText('Er was een tijd niemand. Alles is bewaard.')).toBeVisible();
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    ['behind', 'De klok van dit apparaat loopt achter'],
    ['ahead', 'De klok van dit apparaat loopt voor'],
  ] as const)('says on every screen that the clock is %s', async (clockSuspect, sentence) => {
    const test = await createTestApplication({ unlocked: true });
    const storage = createStore<StorageState>({ ...test.application.storage.get(), clockSuspect });
    const { goTo } = await renderApp({ test: { ...test, application: { ...test.application, storage } }, path: '/cases' });
    for (const path of ['/cases', '/exchange', '/device']) {
      await goTo(path);
      expect((await screen.findAllByText(new RegExp(`^${sentence}`))).length, path).toBe(path === '/cases' ? 1 : 2);
    }
    act(() => storage.set({ ...storage.get(), clockSuspect: null }));
    expect(screen.queryByText(new RegExp(`^${sentence}`))).not.toBeInTheDocument();
  });

  it.each([
    ['otherTab', 'In dit tabblad wordt nu niets bewaard'],
    ['open', 'In een ander tabblad wordt nu niets bewaard'],
  ] as const)('says what two versions in two tabs mean here (journal: %s)', async (journal, title) => {
    const test = await createTestApplication({ unlocked: true });
    const storage = createStore<StorageState>({ ...test.application.storage.get(), journal, otherVersion: true });
    await renderApp({ test: { ...test, application: { ...test.application, storage } }, path: '/help' });
    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.getByText(/Sluit de andere tabbladen. Wat getypt is, blijft staan./)).toBeVisible();
  });

  it('says that a newer version worked here, and how to get it', async () => {
    const device = createTestDevice({ journal: null });
    await device.database.open();
    await device.database.put([{ table: 'device', key: 'device', bytes: Uint8Array.of(0x81, 0x02) }], null);
    await renderApp({ test: await createTestApplication({ device }), path: '/' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Er is een nieuwere versie nodig' })).toBeVisible();
    expect(screen.getByText('Op dit apparaat werkte al een nieuwere Knooppunt. Laad de pagina opnieuw met internet.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Opnieuw laden' })).toBeVisible();
  });

  it('offers a new version, but never during a conference', async () => {
    const onLoadUpdate = vi.fn();
    const test = await example();
    const { user, updateAvailable, goTo } = await renderApp({ test, onLoadUpdate });
    act(() => updateAvailable.set(true));
    await user.click(await screen.findByRole('button', { name: 'Nieuwe versie laden' }));
    await vi.waitFor(() => expect(onLoadUpdate).toHaveBeenCalledOnce());
    const [summary] = test.application.caseload.get().cases;
    await goTo(`/cases/${summary!.caseId}/conference/${await startConference(test, summary!.caseId)}/why`);
    expect(await screen.findByRole('timer')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Nieuwe versie laden' })).not.toBeInTheDocument();
  });

  it('offers a recovery code after the first case, until it is put off', async () => {
    const { user } = await renderApp({ test: await example() });
    expect(await screen.findByText('Maak een herstelcode voor als je je wachtzin vergeet')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Later' }));
    expect(screen.queryByText('Maak een herstelcode voor als je je wachtzin vergeet')).not.toBeInTheDocument();
  });

  it('says that the clock is wrong when it stands before the newest change', async () => {
    const test = await example();
    await test.application.lock('asked');
    test.clock.jumpTo(Date.parse('2016-01-01T09:00:00Z'));
    await test.application.unlock(PASSPHRASE);
    await renderApp({ test });
    expect(await screen.findByText('De klok van dit apparaat loopt achter')).toBeVisible();
  });

  it('speaks English throughout when asked, and Dutch again', async () => {
    const { user } = await renderApp();
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Taal' }), 'English');
    expect(await screen.findByRole('button', { name: 'Try it first' })).toBeVisible();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'Nederlands');
    expect(await screen.findByRole('button', { name: 'Eerst uitproberen' })).toBeVisible();
  });

  it('never says that a trial is stored', async () => {
    const { user } = await renderApp();
    await user.click(await screen.findByRole('button', { name: 'Eerst uitproberen' }));
    expect(await screen.findByText('Alleen in het geheugen')).toBeVisible();
    expect(screen.queryByText('Opgeslagen op dit apparaat')).not.toBeInTheDocument();
  });

  it('knows an address that does not exist', async () => {
    await renderApp({ unlocked: true, path: '/nergens' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Deze pagina is er niet' })).toBeVisible();
  });
});
