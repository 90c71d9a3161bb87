import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { CaseExchange, ExchangeProblem, ExchangeState } from '../../../src/application/application.ts';
import type { CaseId } from '../../../src/core/shared/ids.ts';
import { DOCUMENTS, MEMBERS, unconnected, withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

const nothing: CaseExchange = {
  waiting: 0,
  since: null,
  lastDelivered: null,
  lastHeard: null,
  incoming: 0,
  serverWentBack: null,
  documents: [{ doc: DOCUMENTS.plan, kind: 'plan', waiting: 0, problem: null }],
};

async function setup(path = '/exchange', onLoadUpdate = () => {}) {
  const test = await withFakeCircle({ exampleFamily: true });
  const { caseId } = test.application.caseload.get().cases[0]!;
  const now = test.clock.now();
  const app = await renderApp({ test, onLoadUpdate, path: path.replace(':caseId', caseId) });
  const show = (change: Partial<ExchangeState>, found: Partial<CaseExchange> = {}) =>
    act(() => test.fake.exchange.set({ ...unconnected, ...change, cases: new Map([[caseId, { ...nothing, ...found }]]) }));
  return { ...app, fake: test.fake, application: test.application, caseId, now, show };
}

/** Half past two in the afternoon, on the fake clock's day. */
const HOUR = 3_600_000;
const status = (name: RegExp | string) => screen.findAllByRole('link', { name });

describe('the exchange, always in sight', () => {
  it('says for every state in words where it stands, and never that it is done when something waits (SPEC 21)', async () => {
    const { show, now } = await setup('/help');
    expect(await status('Niet uitgewisseld: nog niet verbonden')).toHaveLength(1);
    show({ type: 'upToDate', lastHeard: now });
    expect(await status(/^Uitgewisseld om \d+\.\d\d uur$/)).toHaveLength(1);
    show({ type: 'upToDate', lastHeard: now, waiting: 2 });
    expect(await status('Wordt uitgewisseld: 2 wijzigingen')).toHaveLength(1);
    show({ type: 'upToDate', lastHeard: now }, { incoming: 1 });
    expect(await status('Niet alles is uitgewisseld')).toHaveLength(1);
    show({ type: 'offline', waiting: 3, since: now - HOUR });
    expect(await status(/^Wacht op verbinding: 3 wijzigingen, sinds \d+\.\d\d uur$/)).toHaveLength(1);
    show({ type: 'offline', lastHeard: now - 48 * HOUR });
    expect(await status(/^Geen verbinding, uitgewisseld tot \d+ \w+ \d{4}, /)).toHaveLength(1);
    show({ type: 'working', progress: { done: 3, of: 80 } });
    expect(await status('Wordt uitgewisseld (3 van 80)')).toHaveLength(1);
    show({ type: 'blocked' });
    expect(await status('Niet uitgewisseld: dit apparaat is stilgezet')).toHaveLength(1);
    show({ type: 'revoked' });
    expect(await status('Niet uitgewisseld: dit apparaat is ingetrokken')).toHaveLength(1);
    show({ type: 'unknown' });
    expect(await status('Niet uitgewisseld: dit apparaat is niet bekend')).toHaveLength(1);
  });

  it('says it on the page of a case for that case', async () => {
    const { show, now } = await setup('/cases/:caseId');
    await screen.findByRole('heading', { level: 1 });
    show({ type: 'incomplete', lastHeard: now }, { documents: [{ doc: DOCUMENTS.plan, kind: 'plan', waiting: 0, problem: 'noKey' }] });
    expect(await status('Niet alles uitgewisseld: 1 deel lukt niet')).toHaveLength(1);
    show({ type: 'offline', waiting: 9, since: now }, { waiting: 1, since: now - HOUR });
    expect(await status(/^Wacht op verbinding: 1 wijziging, sinds/)).toHaveLength(1);
    show({ type: 'incomplete', lastHeard: now });
    expect(await status(/^Uitgewisseld om/)).toHaveLength(1);
  });
});

describe('the list of what waits', () => {
  it('is calm when this organisation is not connected, and says where to go', async () => {
    const { user, router } = await setup();
    expect(await screen.findByText('Niet uitgewisseld: Basisschool De Regenboog is nog niet verbonden')).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    await user.click(screen.getByRole('link', { name: 'Ik heb een uitnodiging' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/join'));
  });

  it('says per case what waits, since when, and of whom was last heard', async () => {
    const { show, now, fake, user, application, caseId } = await setup();
    const opened = await application.openCase(caseId);
    if (!opened.ok) throw new Error(opened.error.type);
    const other = opened.value.view.get().people.find(({ name }) => name !== 'Anouk Visser')!;
    await opened.value.change({ type: 'set', entity: other.id, field: 'member', value: MEMBERS.rachida });
    show(
      { type: 'offline', waiting: 2, since: now - HOUR, lastHeard: now - HOUR, nextTry: now + 60_000 },
      { waiting: 2, since: now - HOUR, lastHeard: { at: now - 2 * HOUR, from: MEMBERS.rachida }, incoming: 3, serverWentBack: now - HOUR },
    );
    const card = within(await screen.findByRole('list', { name: 'Hier is iets mee' }));
    expect(card.getByText(/^2 wijzigingen wachten, sinds/)).toBeVisible();
    expect(card.getByText(/^Wacht op 3 wijzigingen van anderen/)).toBeVisible();
    expect(await card.findByText(new RegExp(`^Laatst gehoord van ${other.name}: `))).toBeVisible();
    expect(card.getByText(/^Op .* kwam er iets anders binnen dan eerst\. .* Bel dan je beheerder\.$/)).toBeVisible();
    expect(screen.getByText('Wat anderen daarna schreven, staat hier nog niet.')).toBeVisible();
    expect(screen.getByText(/^Volgende poging: /)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Nu proberen' }));
    expect(fake.asked).toContainEqual({ verb: 'retryExchange', values: [undefined] });
    expect(await findAxeViolations()).toEqual([]);
  });

  it('has a sentence for every problem, and tries one again where that can help', async () => {
    const { show, fake, user, now } = await setup();
    const problems: Readonly<Record<ExchangeProblem, RegExp>> = {
      removed: /doet hier niet meer mee/,
      destroyed: /voor iedereen beëindigd/,
      quotaFull: /geen ruimte meer/,
      tooLarge: /te groot om te versturen/,
      notAllowed: /Vraag wie hier rollen geeft/,
      diskFull: /Dit apparaat is vol/,
      storageLost: /opslag van dit apparaat werkt nu niet/,
      serverDiffers: /iets anders binnen dan eerst. Er is niets overgenomen. Bel je beheerder/,
      newerVersion: /heeft al een nieuwere versie/,
      noKey: /hier niet opengaat/,
      refused: /Dit werd niet aangenomen/,
    };
    for (const [problem, sentence] of Object.entries(problems)) {
      show(
        { type: 'incomplete', lastHeard: now },
        { documents: [{ doc: DOCUMENTS.team, kind: 'team', waiting: 1, problem: problem as ExchangeProblem }] },
      );
      expect(await screen.findByText(sentence)).toBeVisible();
      const isFinal = problem === 'removed' || problem === 'destroyed';
      expect(screen.queryAllByRole('button', { name: 'Opnieuw proberen: Overleg van professionals' })).toHaveLength(isFinal ? 0 : 1);
    }
    await user.click(screen.getByRole('button', { name: 'Opnieuw proberen: Overleg van professionals' }));
    expect(fake.asked).toContainEqual({ verb: 'retryExchange', values: [DOCUMENTS.team] });
  });

  it('tells what is the matter with the list of own devices, though all cases are exchanged', async () => {
    const onLoadUpdate = vi.fn();
    const { show, now, user, updateAvailable } = await setup('/exchange', onLoadUpdate);
    show({ type: 'incomplete', lastHeard: now, keyring: 'serverDiffers' });
    const differs = (await screen.findByText('De lijst met eigen apparaten klopt niet')).closest('[role="alert"]');
    expect(differs).toHaveTextContent('Er is niets overgenomen. Laat nakijken wie erbij kon. Bel je beheerder.');
    show({ type: 'incomplete', lastHeard: now, keyring: 'storageLost' });
    expect(await screen.findByText('De lijst met eigen apparaten is nog niet bijgewerkt')).toBeVisible();
    show({ type: 'incomplete', lastHeard: now, keyring: 'newerVersion' });
    const newer = await screen.findByText('Een ander eigen apparaat heeft een nieuwere versie');
    act(() => updateAvailable.set(true));
    expect(await findAxeViolations()).toEqual([]);
    await user.click(within(newer.closest<HTMLElement>('[role="status"]')!).getByRole('button', { name: 'Nieuwe versie laden' }));
    expect(onLoadUpdate).toHaveBeenCalledOnce();
    show({ type: 'upToDate', lastHeard: now });
    expect(screen.queryByText(/eigen appara/)).not.toBeInTheDocument();
  });

  it('offers the newer version where that is what helps', async () => {
    const onLoadUpdate = vi.fn();
    const { show, now, user, updateAvailable } = await setup('/exchange', onLoadUpdate);
    show(
      { type: 'incomplete', lastHeard: now },
      { documents: [{ doc: DOCUMENTS.plan, kind: 'plan', waiting: 0, problem: 'newerVersion' }] },
    );
    // Asked for anew each time: the list may be drawn again meanwhile.
    const findProblem = async () => within((await screen.findByText(/heeft al een nieuwere versie/)).closest('li')!);
    expect((await findProblem()).queryByRole('button', { name: 'Nieuwe versie laden' })).not.toBeInTheDocument();
    act(() => updateAvailable.set(true));
    await user.click(await (await findProblem()).findByRole('button', { name: 'Nieuwe versie laden' }));
    expect(onLoadUpdate).toHaveBeenCalledOnce();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('shows how far the first exchange is as a bar that a screen reader reads', async () => {
    const { show } = await setup();
    show({ type: 'working', progress: { done: 3, of: 80 } });
    const bar = await screen.findByRole('progressbar', { name: 'Hoe ver het is' });
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['3', '80']);
    show({ type: 'upToDate', lastHeard: 1 });
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  it('says what left this device, why, and what became of the last changes, until it was read', async () => {
    const { show, fake, user, now } = await setup('/cases');
    await screen.findByRole('heading', { level: 1 });
    const left = { at: now, kind: 'plan', because: 'removed', lost: 0, ended: null } as const;
    show({ left: [left, { ...left, kind: 'team' }] });
    expect(await screen.findByText('Een plan is van dit apparaat gewist')).toBeVisible();
    expect(screen.getByText('Dit apparaat doet daar niet meer mee. Wat hier geschreven is, is eerst nog afgeleverd.')).toBeVisible();
    show({ left: [{ ...left, kind: 'team', because: 'destroyed', lost: 2 }] });
    expect(await screen.findByText('Een deel van een plan is van dit apparaat gewist')).toBeVisible();
    expect(screen.getByText('Dit is voor iedereen beëindigd. 2 wijzigingen van hier kwamen te laat en zijn weg.')).toBeVisible();
    show({ left: [{ ...left, kind: 'organisation', because: 'revoked' }] });
    expect(await screen.findByText('Dit apparaat hoort niet meer bij een organisatie')).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Gelezen' }));
    expect(fake.asked).toContainEqual({ verb: 'forgetLeft', values: [] });
  });

  it('says once of a case that was destroyed which it was, by whom, when and why, and what went with it', async () => {
    const { show, fake, user, now } = await setup('/cases');
    await screen.findByRole('heading', { level: 1 });
    const by = { name: 'Anouk Visser', discipline: 'internalCoordinator', organisation: 'De Regenboog' };
    const ended = { title: 'De Wit', by, role: 'lead', on: now, why: { code: 'family', words: 'zij verhuizen' }, rest: 1 } as const;
    const left = { at: now, kind: 'plan', because: 'destroyed', lost: 2, ended } as const;
    show({ left: [{ ...left, kind: 'team', ended: null }, left] });
    expect(await screen.findByText('Gezin De Wit: dit plan is vernietigd')).toBeVisible();
    expect(screen.getByText(/^Door Anouk Visser, Intern begeleider, De Regenboog, op .* Het gezin vroeg erom\.$/)).toBeVisible();
    expect(screen.getByText('zij verhuizen')).toBeVisible();
    expect(screen.getByText(/Ook 2 wijzigingen van hier die nog niemand had\. Eén deel wordt nog vernietigd\.$/)).toBeVisible();
    expect(screen.queryByText(/Een deel van een plan is van dit apparaat gewist/)).not.toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Begrepen' }));
    expect(fake.asked).toContainEqual({ verb: 'forgetLeft', values: [] });
  });

  it('closes a case that leaves this device while somebody looks at it', async () => {
    const { caseId, application } = await setup('/cases/:caseId');
    await screen.findByRole('heading', { level: 1 });
    await act(() => application.removeCase(caseId));
    expect(await screen.findByRole('heading', { level: 1, name: 'Dit plan staat niet op dit apparaat' })).toBeVisible();
  });

  it('calls a case that is not in the list yet by what is known of it', async () => {
    const { fake, now } = await setup();
    act(() =>
      fake.exchange.set({ ...unconnected, type: 'working', lastHeard: now, cases: new Map([['nieuw' as CaseId, { ...nothing }]]) }),
    );
    expect(await screen.findByRole('heading', { level: 3, name: 'Een plan dat nog binnenkomt' })).toBeVisible();
  });
});
