import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { readSentences } from '../../../.ci/checkCatalogues.ts';
import type { CaseExchange, ExchangeState } from '../../../src/application/application.ts';
import { chooseLanguage } from '../../../src/ui/i18n/catalogue.ts';
import { LANGUAGES, languages } from '../../../src/ui/i18n/languages.ts';
import { PASSPHRASE } from '../../support/createTestApplication.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { becomeOf } from '../../support/exampleFor.ts';
import { DEVICES, DOCUMENTS, unconnected, withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

const FAMILY_LANGUAGES = LANGUAGES.filter((language) => languages[language].covers === 'family');
const PARTS = ['device', 'exchange', 'invitation', 'discreet', 'shell', 'join'];
/** Dutch sentences of ours without values, long enough to be no name or loanword. */
const DUTCH = PARTS.flatMap((part) => Object.values(readSentences('nl', part))).filter(
  (sentence) => !sentence.includes('{') && sentence.split(' ').length > 2,
);
const dutchShown = () => DUTCH.filter((sentence) => document.body.textContent.includes(sentence));
const headings = () => within(screen.getByRole('main')).getAllByRole('heading', { level: 2 });

/** The example family, on the phone of its mother, with another device and a code on paper. */
async function showMother(path: string) {
  const test = await withFakeCircle({ exampleFamily: true });
  const { caseId } = await becomeOf(test, 'Ewa');
  const show = (change: Partial<ExchangeState>) => act(() => test.fake.exchange.set({ ...unconnected, ...change }));
  test.fake.exchange.set({ ...unconnected, type: 'upToDate', lastHeard: test.clock.now() });
  test.fake.own.set([
    { id: DEVICES.laptop, kind: 'device', thisOne: true, revoked: false },
    { id: DEVICES.tablet, kind: 'device', thisOne: false, revoked: false },
    { id: DEVICES.paper, kind: 'paper', thisOne: false, revoked: false },
  ]);
  return { ...(await renderApp({ test, path })), fake: test.fake, caseId, show };
}

afterEach(async () => act(() => chooseLanguage('nl')));

describe.each(FAMILY_LANGUAGES)('a family that reads %s', (language) => {
  const text = (key: string) => readSentences(language, key.split('.', 1)[0]!)[key]!;

  it('finds what keeps its phone safe wholly in that language', async () => {
    await act(() => chooseLanguage(language));
    const { user } = await showMother('/device');
    expect(await screen.findByRole('heading', { level: 1, name: text('device.title') })).toBeVisible();
    const sections = ['recovery', 'own', 'passphrase', 'lock', '', 'storage', 'backup', 'about', 'wipe'];
    expect(headings().map(({ textContent }) => textContent)).toEqual(
      sections.map((section) => text(section ? `device.${section}.title` : 'discreet.title')),
    );
    await user.click(screen.getByRole('button', { name: text('device.own.link') }));
    expect(await screen.findByText(text('invitation.device.scan'))).toBeVisible();
    await user.click(screen.getByRole('button', { name: text('device.passphrase.title') }));
    expect(await screen.findByText(text('start.setUp.passphraseShort'))).toBeVisible();
    expect(document.documentElement.lang).toBe(language);
    expect(dutchShown()).toEqual([]);
    expect(document.body.textContent).not.toMatch(/\b(device|deviceWork|invitation|join)\.[a-zA-Z]/);
  });

  it('reads in that language whether others have it, and what to do when not', async () => {
    await act(() => chooseLanguage(language));
    const { caseId, clock, show } = await showMother('/exchange');
    const found: CaseExchange = {
      waiting: 2,
      since: clock.now() - 60_000,
      lastDelivered: clock.now() - 60_000,
      lastHeard: null,
      incoming: 1,
      serverWentBack: clock.now() - 60_000,
      documents: [{ doc: DOCUMENTS.plan, kind: 'plan', waiting: 2, problem: 'refused' }],
    };
    show({ type: 'incomplete', lastHeard: clock.now(), waiting: 2, keyring: 'storageLost', cases: new Map([[caseId, found]]) });
    expect(await screen.findByRole('heading', { level: 1, name: text('exchange.title') })).toBeVisible();
    expect(screen.getByText(text('exchange.state.incomplete.explain'))).toBeVisible();
    expect(document.body.textContent.split(text('exchange.helpIfItStays'))).toHaveLength(4);
    expect(document.documentElement.lang).toBe(language);
    expect(dutchShown()).toEqual([]);
    expect(await findAxeViolations()).toEqual([]);
  });
});

describe('the device of a family', () => {
  it('says nothing of what is for those who work', async () => {
    await showMother('/device');
    await screen.findByRole('heading', { level: 1, name: 'Dit apparaat' });
    expect(screen.queryByText(/laptop|casus|beheerder|collega|\bje\b|\bjij\b|\bjou\b/i)).not.toBeInTheDocument();
    expect(screen.queryByText(/Elke wijziging staat hier/)).not.toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('that others use too can be signed out of', async () => {
    const { application } = await showMother('/device');
    await screen.findByRole('heading', { level: 1, name: 'Dit apparaat' });
    expect(screen.queryByRole('region', { name: 'Gedeelde laptop' })).not.toBeInTheDocument();
    await act(() => application.setShared(true));
    const shared = within(await screen.findByRole('region', { name: 'Gedeelde laptop' }));
    expect(shared.getByRole('button', { name: 'Afmelden en alles hier wissen' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Liever een code van cijfers' })).not.toBeInTheDocument();
  });

  it('gets a code of figures instead of words, another one later, and makes no file with that', async () => {
    const { user, application, device } = await showMother('/device');
    const storage = within(await screen.findByRole('region', { name: 'Opslag' }));
    Object.assign(device.storageInfo, { persisted: async () => false, askPersistence: async () => false });
    await user.click(storage.getByRole('button', { name: 'Vraag de browser om vast te houden' }));
    expect(await storage.findByText(/Maak daarom vaker een reservekopie/)).toBeVisible();
    await user.type(await screen.findByLabelText('Wachtzin van nu'), PASSPHRASE);
    await user.click(screen.getByRole('button', { name: 'Liever een code van cijfers' }));
    const next = () => screen.getByLabelText('Kies een code van 6 cijfers of meer');
    await user.type(next(), '123456');
    await user.click(screen.getByRole('button', { name: 'Wachtzin veranderen' }));
    expect(await screen.findByText('Deze code is te makkelijk te raden. Kies een andere.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reservekopie maken' })).toBeVisible();
    await user.clear(next());
    await user.type(next(), '493817');
    await user.click(screen.getByRole('button', { name: 'Wachtzin veranderen' }));
    expect(await screen.findByText('Veranderd. Vanaf nu geldt de nieuwe code.')).toBeVisible();
    expect(screen.getByText(/^Dit kan pas met een wachtzin/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Reservekopie maken' })).not.toBeInTheDocument();
    expect(storage.queryByText(/reservekopie/)).not.toBeInTheDocument();
    expect(storage.getByText(/Terugkomen kan met een ander apparaat of de herstelcode/)).toBeVisible();

    await user.type(screen.getByLabelText('Code van nu'), '493818');
    await user.type(next(), '730418');
    await user.click(screen.getByRole('button', { name: 'Code veranderen' }));
    expect(await screen.findByText('Deze code klopt niet.')).toBeVisible();
    await user.clear(screen.getByLabelText('Code van nu'));
    await user.type(screen.getByLabelText('Code van nu'), '493817');
    await user.click(screen.getByRole('button', { name: 'Code veranderen' }));
    await waitFor(() => expect(screen.queryByText('Deze code klopt niet.')).not.toBeInTheDocument());
    await act(() => application.lock('asked'));
    valueOf(await application.unlock('730418'));
  });

  it('tells when another was lost, to whom to say it', async () => {
    const { user } = await showMother('/device');
    await user.click(await screen.findByRole('button', { name: 'Ander apparaat 1 intrekken' }));
    expect(await screen.findByText(/Zeg het ook tegen iemand van het team\.$/)).toBeVisible();
  });

  it('leads a family that is not connected to its invitation, and not to an organisation', async () => {
    const { show } = await showMother('/exchange');
    show({});
    expect(await screen.findByRole('link', { name: 'Ik heb een uitnodiging' })).toBeVisible();
    const links = within(screen.getByRole('main')).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/join']);
    show({ type: 'blocked' });
    expect(await screen.findByText(/Vraag iemand van het team om hulp\.$/)).toBeVisible();
    expect(document.body.textContent).not.toMatch(/beheerder/);
  });
});
