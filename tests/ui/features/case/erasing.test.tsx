import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ErasurePreview, HistoryEntry } from '../../../../src/application/application.ts';
import type { EntityId } from '../../../../src/core/shared/ids.ts';
import { unconnected, withFakeCircle } from '../../../support/fakeCircle.ts';
import { findAxeViolations } from '../../../support/findAxeViolations.ts';
import { renderApp } from '../../../support/renderApp.tsx';

const family = 'family' as EntityId;

async function setup(preview: Partial<ErasurePreview> = {}, type: 'upToDate' | 'offline' = 'upToDate') {
  const test = await withFakeCircle({ exampleFamily: true });
  test.fake.exchange.set({ ...unconnected, type });
  test.fake.erasure.set({ ...test.fake.erasure.get(), ...preview });
  const { caseId } = test.application.caseload.get().cases[0]!;
  const opened = await test.application.openCase(caseId);
  if (!opened.ok) throw new Error('no case');
  const openCase = opened.value;
  await openCase.change({ type: 'set', entity: family, field: 'questionSchool', value: 'Een zin over iemand' });
  const app = await renderApp({ test, path: `/cases/${caseId}/timeline` });
  await screen.findByText(/Een zin over iemand/);
  return { ...app, fake: test.fake, caseId, openCase };
}

const openDialog = async ({ user }: { readonly user: Awaited<ReturnType<typeof setup>>['user'] }) => {
  const item = within(screen.getByText(/Een zin over iemand/).closest('div')!);
  await user.click(item.getByRole('button', { name: /^Overal wissen/ }));
  return within(await screen.findByRole('alertdialog', { name: 'Deze tekst overal wissen?' }));
};

describe('erasing a text everywhere', () => {
  it('says what goes and what cannot be undone, and asks for exactly that', async () => {
    const app = await setup({ versions: 3, rewritten: [{ entity: family, field: 'phase' }] });
    const dialog = await openDialog(app);
    expect(dialog.getByText('Een zin over iemand')).toBeVisible();
    expect(await dialog.findByText(/Er gaan 3 versies weg/)).toBeVisible();
    expect(dialog.getByText('Je kunt dit niet terugdraaien. Niemand krijgt de tekst terug.')).toBeVisible();
    expect(dialog.getByText(/Tegelijk opgeslagen, en dat blijft/)).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    await app.user.click(dialog.getByRole('button', { name: 'Ja, overal wissen' }));
    const history: readonly HistoryEntry[] = await app.openCase.history();
    const { id } = history.find(({ field, value }) => field === 'questionSchool' && value === 'Een zin over iemand')!;
    const [asked] = app.fake.asked.filter(({ verb }) => verb === 'eraseEverywhere');
    expect(asked!.values).toMatchObject([app.caseId, { entity: family, field: 'questionSchool', earlier: true }, '']);
    expect((asked!.values[1] as { readonly values: readonly unknown[] }).values).toContain(id);
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  });

  it('names what goes along because only its writer can fill it in again', async () => {
    const app = await setup({ lost: [{ entity: family, field: 'phase' }] });
    const dialog = await openDialog(app);
    expect(await dialog.findByText('Dit verdwijnt mee')).toBeVisible();
    await app.user.click(dialog.getByRole('radio', { name: 'Alleen deze tekst' }));
    await app.user.click(await dialog.findByRole('button', { name: 'Ja, overal wissen' }));
    expect(app.fake.asked.findLast(({ verb }) => verb === 'eraseEverywhere')!.values[1]).toMatchObject({ earlier: false });
  });

  it('of a long note asks what may stay', async () => {
    const app = await setup({ note: 'Eerst dit. Een zin over iemand.' });
    await app.openCase.change({ type: 'write', entity: family, field: 'analysis', before: '', after: 'Iets langs' });
    const item = within((await screen.findByText(/Tekst bijgewerkt/)).closest('div')!);
    await app.user.click(item.getByRole('button', { name: /^Overal wissen/ }));
    const dialog = within(await screen.findByRole('alertdialog'));
    const notes = dialog.queryByRole('radio', { name: /analyse|Wat zien we/i });
    if (notes) await app.user.click(notes);
    const kept = await dialog.findByLabelText(/Wat mag blijven staan/);
    expect(kept).toHaveValue('Eerst dit. Een zin over iemand.');
    await app.user.clear(kept);
    await app.user.type(kept, 'Eerst dit.');
    await app.user.click(dialog.getByRole('button', { name: 'Ja, overal wissen' }));
    expect(app.fake.asked.findLast(({ verb }) => verb === 'eraseEverywhere')!.values[2]).toBe('Eerst dit.');
  });

  it('waits for a connection, and says so', async () => {
    const app = await setup({}, 'offline');
    const dialog = await openDialog(app);
    expect(dialog.getByText('Wissen gebeurt op alle apparaten tegelijk. Het kan weer zodra er verbinding is.')).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Ja, overal wissen' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('that fails says why, and stays open', async () => {
    const app = await setup();
    const dialog = await openDialog(app);
    await dialog.findByText(/verdwijnt van alle apparaten/);
    app.fake.failWith({ type: 'CircleMoved' });
    await app.user.click(dialog.getByRole('button', { name: 'Ja, overal wissen' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('Iemand anders veranderde de kring');
  });
});
