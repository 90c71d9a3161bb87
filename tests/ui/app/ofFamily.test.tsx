import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { readSentences } from '../../../.ci/checkCatalogues.ts';
import { chooseLanguage } from '../../../src/ui/i18n/catalogue.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { createTestApplication, PASSPHRASE } from '../../support/createTestApplication.ts';
import { exampleFor } from '../../support/exampleFor.ts';
import { unconnected, withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';
import { until } from '../../support/until.ts';

const menu = (name = 'Hoofdmenu') =>
  within(screen.getByRole('navigation', { name }))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);

afterEach(async () => act(() => chooseLanguage('nl')));

describe('the app of a family', () => {
  it.each(['/', '/cases'])('begins at %s in its own plan, when there is one', async (path) => {
    const { test, caseId } = await exampleFor('Ewa');
    const { router } = await renderApp({ test, path });
    await screen.findByRole('heading', { level: 1, name: /^Ons plan/ });
    expect(router.state.location.pathname).toBe(`/cases/${caseId}`);
  });

  it('lets who is in more than one plan choose', async () => {
    const { test, open } = await exampleFor('Ewa');
    const name = open.view.get().family.name;
    const other = valueOf(await test.application.createCase({ name: 'Gezin van oma', children: [] }));
    const opened = valueOf(await test.application.openCase(other));
    valueOf(await opened.change({ type: 'set', entity: opened.view.get().me!.id, field: 'part', value: 'network' }));
    await until(() => test.application.caseload.get().cases.filter(({ amFamily }) => amFamily).length === 2);
    const { user, router } = await renderApp({ test, path: '/cases' });
    await screen.findByRole('heading', { level: 1, name: 'Mijn plannen' });
    const plans = within(screen.getByRole('main'));
    expect(plans.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(expect.arrayContaining([name, 'Gezin van oma']));
    expect(await findAxeViolations()).toEqual([]);
    await user.click(plans.getByRole('link', { name }));
    await screen.findByRole('heading', { level: 1, name: /^Ons plan/ });
    expect(router.state.location.pathname).not.toBe(`/cases/${other}`);
  });

  it('has nothing in its menu that is for professionals, nor their search', async () => {
    const { test, caseId } = await exampleFor('Ewa');
    const { user } = await renderApp({ test, path: `/cases/${caseId}` });
    await screen.findByRole('heading', { level: 1, name: /^Ons plan/ });
    expect(menu()).toEqual(['Mijn plan', 'Hulp', 'Dit apparaat', 'Direct gevaar']);
    expect(screen.queryByRole('button', { name: /^Zoeken/ })).not.toBeInTheDocument();
    await user.keyboard('{Control>}k{/Control}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('speaks to a parent with "u", also where it reminds them of something', async () => {
    const { test } = await exampleFor('Ewa');
    await renderApp({ test, path: '/' });
    await screen.findByText('Uw plan staat op dit apparaat. Met de herstelcode komt u er altijd weer bij.');
    expect(screen.queryByText(/Je eerste casus/)).not.toBeInTheDocument();
  });

  it('reminds a pupil of no code', async () => {
    const { test } = await exampleFor('Milan');
    await renderApp({ test, path: '/' });
    await screen.findByRole('heading', { level: 1 });
    await until(() => test.application.storage.get().recoveryCode === 'none');
    expect(screen.queryByText(/herstelcode/)).not.toBeInTheDocument();
  });

  it('says in a language that a machine translated, that it did', async () => {
    const { test } = await exampleFor('Ewa');
    await renderApp({ test, path: '/' });
    await screen.findByRole('heading', { level: 1, name: /^Ons plan/ });
    const told = readSentences('tr', 'shell')['shell.language.machine']!;
    expect(screen.queryByText(told)).not.toBeInTheDocument();
    await act(() => chooseLanguage('tr'));
    await waitFor(() => expect(screen.getByText(told)).toBeVisible());
  });

  it('stays theirs once the plan was destroyed, says what happened, and takes a new invitation', async () => {
    const test = await withFakeCircle({});
    valueOf(await test.application.setUpDevice({ name: 'Ewa', discipline: '', organisation: '', passphrase: PASSPHRASE }));
    const by = { name: 'Anouk Visser', discipline: 'internalCoordinator', organisation: 'De Regenboog' };
    const ended = { title: 'De Wit', by, role: 'lead', on: test.clock.now(), why: { code: 'family', words: '' }, rest: 0 } as const;
    const left = [{ at: test.clock.now(), kind: 'plan', because: 'destroyed', lost: 0, ended }] as const;
    test.fake.exchange.set({ ...unconnected, type: 'upToDate', lastHeard: test.clock.now(), left });
    await act(() => chooseLanguage('uk'));
    await renderApp({ test, path: '/cases' });
    const text = (key: string) => readSentences('uk', key.split('.', 1)[0]!)[key]!;
    expect(await screen.findByRole('heading', { level: 1, name: text('shell.nav.plans') })).toBeVisible();
    expect(await screen.findByText(text('exchange.ended.title').replace('{name}', 'De Wit'))).toBeVisible();
    expect(screen.getByText(text('shell.nav.plans.none'))).toBeVisible();
    expect(screen.getByRole('link', { name: text('start.welcome.invited') })).toHaveAttribute('href', '/join');
    expect(menu(text('shell.nav.label'))).toHaveLength(4);
    expect(await findAxeViolations()).toEqual([]);
  });

  it('is not that of a professional who is family elsewhere', async () => {
    const { test } = await exampleFor('Ewa');
    valueOf(await test.application.createCase({ name: 'Familie Bakker', children: [] }));
    await until(() => test.application.caseload.get().cases.length === 2);
    await renderApp({ test, path: '/' });
    await screen.findByRole('heading', { level: 1, name: 'Mijn casussen' });
    expect(menu()).toContain('Mijn acties');
  });
});

describe('the app of a professional', () => {
  it('begins with the cases, and has the whole menu', async () => {
    await renderApp({ test: await createTestApplication({ exampleFamily: true }), path: '/' });
    await screen.findByRole('heading', { level: 1, name: 'Mijn casussen' });
    expect(menu()).toHaveLength(7);
    expect(screen.getByText(/Je eerste casus/)).toBeVisible();
  });
});
