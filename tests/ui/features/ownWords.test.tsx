import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { readSentences } from '../../../.ci/checkCatalogues.ts';
import type { PartView } from '../../../src/application/application.ts';
import type { DocumentId, EntityId, MemberId } from '../../../src/core/shared/ids.ts';
import { ok } from '../../../src/core/shared/result.ts';
import { chooseLanguage } from '../../../src/ui/i18n/catalogue.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { PASSPHRASE } from '../../support/createTestApplication.ts';
import { circlePerson, MEMBERS, withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

/** The example family on the device of one of them, who writes in a voice of their own. `as`: what the screen is given instead. */
async function show(name: string, as: (view: PartView) => PartView = (view) => view) {
  const test = await withFakeCircle({ exampleFamily: true });
  const { application } = test;
  const { caseId } = test.fake.view.get();
  const open = valueOf(await application.openCase(caseId));
  await open.whole();
  const { people, me } = open.view.get();
  const person = people.find((one) => one.name === name)!;
  const set = (entity: EntityId, value: string) => ({ type: 'set', entity, field: 'member', value }) as const;
  valueOf(await open.change(set(person.id, me!.member), set(me!.id, 'lid-anouk')));
  const voice = valueOf(await application.parts.openVoice(caseId));
  const draft = `preparation.${me!.member}.conference-een-zij` as EntityId;
  const fields = { by: person.id, worries: 'Ik slaap slecht' };
  valueOf(await voice.change(() => [{ type: 'begin', kind: 'preparation', entity: draft, fields }]));
  const doc = voice.view.get().doc!;
  voice.close();
  const openPart: typeof application.parts.open = async (...asked) => {
    const opened = await application.parts.open(...asked);
    if (!opened.ok) return opened;
    const part = opened.value;
    return ok({ ...part, view: { get: () => changed(part.view.get()), subscribe: part.view.subscribe } });
  };
  let made: { readonly from: PartView; readonly view: PartView } | null = null;
  const changed = (from: PartView) => (made?.from === from ? made : (made = { from, view: as(from) })).view;
  const given = { ...test, application: { ...application, parts: { ...application.parts, open: openPart } } };
  const app = await renderApp({ test: given, path: `/cases/${caseId}/part/${doc}` });
  await screen.findByRole('heading', { level: 1 });
  const part = valueOf(await application.parts.open(caseId, doc));
  return { ...app, caseId, doc, part, fake: test.fake, member: me!.member as MemberId };
}
const card = async (name: string) => within(await screen.findByRole('region', { name }));

afterEach(() => act(() => chooseLanguage('nl')));

describe('somebody’s own words', () => {
  it('say whose they are and that nobody else reads them, and lead to the form that they are drafted on', async () => {
    await show('Ewa');
    expect(await screen.findByRole('heading', { level: 1, name: 'Mijn eigen woorden' })).toBeVisible();
    expect(screen.getByText('Dit is van u. Anderen lezen het alleen als u dat wilt.')).toBeVisible();
    expect((await card('Wie leest dit?')).getByText('Alleen u leest dit.')).toBeVisible();
    const drafts = await card('Voor het gesprek');
    expect(drafts.getByText('Ik slaap slecht')).toBeVisible();
    expect(drafts.queryByText('Wie als regisseur?')).toBeNull();
    expect(drafts.getByRole('link', { name: 'Naar mijn formulier' })).toHaveAttribute('href', expect.stringMatching(/prepare$/));
    expect(await findAxeViolations()).toEqual([]);
  });

  it('are written, changed, taken away and put back', async () => {
    const { user, part } = await show('Ewa');
    const entries = await card('Wat er is geschreven');
    expect(entries.getByText('Hier staat nog niets.')).toBeVisible();
    await user.click(entries.getByRole('button', { name: 'Bewaren' }));
    expect(entries.getByText('Schrijf eerst iets op.')).toBeVisible();
    await user.type(entries.getByLabelText('Schrijf hier iets op'), 'Dit wil ik kwijt.');
    await user.click(entries.getByRole('button', { name: 'Bewaren' }));
    // Until it was added the same words stand in the field of what is new.
    await waitFor(() => expect(entries.getByLabelText('Schrijf hier iets op')).toHaveValue(''));
    const text = await entries.findByDisplayValue('Dit wil ik kwijt.');
    await user.type(text, ' Echt.');
    await user.tab();
    await waitFor(() => expect(part.view.get().entries).toMatchObject([{ text: 'Dit wil ik kwijt. Echt.' }]));
    expect(await findAxeViolations()).toEqual([]);
    await user.click(entries.getByRole('button', { name: /^Weghalen: Dit wil ik kwijt/ }));
    expect(await entries.findByText('Hier staat nog niets.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
    expect(await entries.findByDisplayValue('Dit wil ik kwijt. Echt.')).toBeVisible();
  });

  it('keep what was still being written when the device locks', async () => {
    const { user, application, caseId, doc } = await show('Ewa');
    await user.type(await screen.findByLabelText('Schrijf hier iets op'), 'Nog niet klaar');
    await act(async () => await application.lock('asked'));
    await act(async () => void (await application.unlock(PASSPHRASE)));
    expect(valueOf(await application.parts.open(caseId, doc)).view.get().entries).toMatchObject([{ text: 'Nog niet klaar' }]);
  });

  it('are read by whom their author lets in, and by nobody whose role may not', async () => {
    const { user, fake, caseId, doc } = await show('Ewa');
    const anouk = circlePerson({ member: 'lid-anouk' as MemberId, name: 'Anouk Visser', role: 'lead' });
    const auditor = circlePerson({ member: MEMBERS.expert, name: 'Toezicht', role: 'auditor' });
    fake.view.set({ ...fake.view.get(), people: [anouk, auditor] });
    const readers = await card('Wie leest dit?');
    await user.click(readers.getByRole('button', { name: 'Iemand laten meelezen' }));
    await user.click(await readers.findByRole('button', { name: 'Laten meelezen' }));
    expect(readers.getByText('Kies wie dit mag lezen.')).toBeVisible();
    expect(readers.queryByRole('radio', { name: 'Toezicht' })).toBeNull();
    await user.click(readers.getByRole('radio', { name: 'Anouk Visser' }));
    expect(await findAxeViolations()).toEqual([]);
    await user.click(readers.getByRole('button', { name: 'Laten meelezen' }));
    expect(fake.asked.at(-1)).toEqual({ verb: 'letInto', values: [caseId, doc, anouk.member] });
    expect(await readers.findByRole('button', { name: 'Iemand laten meelezen' })).toBeVisible();
  });

  it('say why nobody could be let in, and keep what was chosen', async () => {
    const { user, fake } = await show('Ewa');
    fake.view.set({ ...fake.view.get(), people: [circlePerson({ member: MEMBERS.rachida, name: 'Rachida' })] });
    fake.failWith({ type: 'Offline' });
    const readers = await card('Wie leest dit?');
    await user.click(readers.getByRole('button', { name: 'Iemand laten meelezen' }));
    await user.click(await readers.findByRole('radio', { name: 'Rachida' }));
    await user.click(readers.getByRole('button', { name: 'Laten meelezen' }));
    expect(await readers.findByRole('alert')).toHaveTextContent(/^Hiervoor is verbinding nodig/);
    expect(readers.getByRole('radio', { name: 'Rachida' })).toBeChecked();
  });

  it('of another are to read, and named after who wrote them', async () => {
    const author = 'lid-anouk' as MemberId;
    await show('Ewa', (view) => ({
      ...view,
      isFounder: false,
      mayLead: false,
      mayWrite: false,
      myRole: 'caregiver',
      readers: [
        { member: author, role: 'lead', me: false },
        { member: view.me, role: 'caregiver', me: true },
      ],
    }));
    expect(await screen.findByRole('heading', { level: 1, name: 'De woorden van Anouk Visser' })).toBeVisible();
    expect(document.title).not.toContain('Anouk');
    expect(screen.getByText('Anouk Visser laat u dit lezen.')).toBeVisible();
    expect(screen.getByText('U kunt dit lezen, en hier niet schrijven.')).toBeVisible();
    expect((await card('Wie leest dit?')).getByText('Kiest wie dit leest.')).toBeVisible();
    expect((await card('Voor het gesprek')).getByText('Anderen lezen dit pas als Anouk Visser het deelt.')).toBeVisible();
    for (const name of ['Iemand laten meelezen', 'Bewaren']) expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Naar mijn formulier' })).toBeNull();
  });

  it('and a part for some say what it is about', async () => {
    await show('Ewa', (view) => ({
      ...view,
      kind: 'part',
      mayDescribe: false,
      mayLead: false,
      heading: { ...view.heading, title: 'Bij mama thuis', purpose: 'Wie haalt en brengt' },
    }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Bij mama thuis' })).toBeVisible();
    expect(screen.getByText('Dit leest niet iedereen. Hieronder staat wie het leest.')).toBeVisible();
    expect((await card('Waar gaat dit over?')).getByText('Wie haalt en brengt')).toBeVisible();
  });

  it('that are not here say so, and so do those of which somebody is a reader no more', async () => {
    const { goTo, caseId } = await show('Ewa', (view) => ({ ...view, myRole: null }));
    const title = { level: 1, name: 'Dit staat niet op dit apparaat' };
    expect(await screen.findByRole('heading', title)).toBeVisible();
    expect(screen.queryByText('Ik slaap slecht')).toBeNull();
    await goTo(`/cases/${caseId}/helpers`);
    await goTo(`/cases/${caseId}/part/${'nergens' as DocumentId}`);
    expect(await screen.findByRole('heading', title)).toBeVisible();
  });

  it('speak to a pupil as "je"', async () => {
    await show('Milan');
    expect(await screen.findByText('Dit is van jou. Anderen lezen het alleen als jij dat wilt.')).toBeVisible();
    expect(screen.getByRole('main')).not.toHaveTextContent(/\bu\b|\buw\b/i);
  });

  it('are wholly in the language of the family, but for what people wrote', async () => {
    await act(() => chooseLanguage('tr'));
    await show('Ewa');
    const turkish = readSentences('tr', 'ownWords');
    expect(await screen.findByRole('heading', { level: 1, name: turkish['ownWords.title.mine']! })).toBeVisible();
    expect(document.documentElement.lang).toBe('tr');
    const main = screen.getByRole('main').textContent;
    for (const part of ['ownWords', 'prepared'])
      for (const [key, dutch] of Object.entries(readSentences('nl', part)))
        if (!dutch.includes('{')) expect(main, key).not.toContain(dutch);
  });
});
