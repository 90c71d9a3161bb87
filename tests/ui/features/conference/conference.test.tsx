import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Application, OpenCase } from '../../../../src/application/application.ts';
import type { Conference } from '../../../../src/core/plan/caseView.ts';
import { addDays, type CivilDate } from '../../../../src/core/shared/civilDate.ts';
import type { EntityId } from '../../../../src/core/shared/ids.ts';
import { renderApp, type RenderedApp } from '../../../support/renderApp.tsx';
import { PASSPHRASE } from '../../../support/createTestApplication.ts';

const FAMILY = 'family' as EntityId;
const NAMES = ['Vera', 'Jip', 'Opa Gijs', 'Meester Tom'] as const;

interface Table extends RenderedApp {
  readonly openCase: OpenCase;
  readonly conference: () => Conference;
  readonly toStep: (step: string) => Promise<void>;
  readonly press: (name: string | RegExp) => Promise<void>;
}

/** A family of four around one child, and a conference today that still has to begin. */
async function sitDown(): Promise<Table> {
  const app = await renderApp({ unlocked: true });
  const { application, user, clock, goTo } = app;
  const caseId = await makeCase(application);
  const opened = await application.openCase(caseId);
  if (!opened.ok) throw new Error('the case did not open');
  const openCase = opened.value;
  const person = (name: string, part: 'caregiver' | 'network' | 'professional') =>
    ({ type: 'add', kind: 'person', fields: { name, part } }) as const;
  await openCase.change(person('Vera', 'caregiver'), person('Opa Gijs', 'network'), person('Meester Tom', 'professional'));
  const people = openCase.view.get().people;
  const invited = [...NAMES.map((name) => people.find((one) => one.name === name)!.id), openCase.view.get().me!.id];
  await openCase.change(
    { type: 'set', entity: FAMILY, field: 'questionFamily', value: 'Ik wil weer samen lachen.' },
    { type: 'set', entity: FAMILY, field: 'questionFamilyBy', value: invited[0] },
    { type: 'set', entity: FAMILY, field: 'preferredCoordinator', value: invited[3] },
    { type: 'add', kind: 'conference', fields: { day: clock.today() as CivilDate, at: '10:00', invited, minutes: 50 } },
  );
  const conference = () => openCase.view.get().conferences[0]!;
  const address = `/cases/${caseId}/conference/${conference().id}`;
  await goTo(address);
  return {
    ...app,
    openCase,
    conference,
    toStep: (step) => goTo(`${address}/${step}`),
    press: async (name) => user.click(await screen.findByRole('button', { name })),
  };
}

async function makeCase(application: Application) {
  const made = await application.createCase({
    name: 'Lach',
    children: [{ name: 'Jip', birthDate: null, school: '', schoolGroup: '', edexmlKey: '', brin: '' }],
  });
  if (!made.ok) throw new Error('the case was not made');
  return made.value;
}

/** Begun, with everyone at the table. */
async function begin(table: Table): Promise<void> {
  await table.press('Overleg beginnen');
  await screen.findByRole('heading', { level: 1, name: /Welkom/ });
  await table.press('Iedereen die verwacht werd, is er');
  await waitFor(() => expect(table.conference().present).toHaveLength(5));
}

const heading = (name: RegExp) => screen.findByRole('heading', { level: 1, name });
const region = async (name: string | RegExp) => within(await screen.findByRole('region', { name }));
const captureLine = () => screen.getByRole('textbox', { name: 'Wat gezegd wordt' });

describe('a conference', () => {
  it('begins in the lobby, and the table fills with the family first', async () => {
    const table = await sitDown();
    expect(await heading(/Overleg gezin Lach/)).toBeVisible();
    expect(document.title).not.toContain('Lach');
    await table.press('Overleg beginnen');
    const jip = within(await screen.findByRole('group', { name: 'Jip' }));
    await table.user.click(jip.getByRole('button', { name: 'Is er' }));
    await waitFor(() => expect(jip.getByRole('button', { name: 'Is er' })).toHaveAttribute('aria-pressed', 'true'));
    const opa = within(screen.getByRole('group', { name: 'Opa Gijs' }));
    await table.user.click(opa.getByRole('button', { name: 'Belt in' }));
    const aside = within(screen.getByRole('complementary', { name: 'Aan tafel' }));
    expect(await aside.findByText(/belt in/)).toBeVisible();
    expect(aside.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      expect.stringContaining('Jip'),
      expect.stringContaining('Opa Gijs'),
    ]);
  });

  it('goes on without the family only with a reason', async () => {
    const table = await sitDown();
    await table.press('Overleg beginnen');
    const absent = await region('Het gezin is er niet');
    await table.user.click(absent.getByRole('button', { name: 'Verplaatsen' }));
    await table.user.click(absent.getByRole('button', { name: 'Nu verplaatsen' }));
    expect(await absent.findByText('Kies een nieuwe dag.')).toBeVisible();
    await table.user.type(absent.getByRole('textbox', { name: 'Waarom' }), 'De bus reed niet');
    await table.user.tab();
    await waitFor(() => expect(table.conference().familyAbsentReason).toBe('De bus reed niet'));
    await table.user.type(absent.getByLabelText('Nieuwe dag'), addDays(table.clock.today() as CivilDate, 7));
    await table.user.click(absent.getByRole('button', { name: 'Nu verplaatsen' }));
    expect(await heading(/Dit overleg is verplaatst/)).toBeVisible();
    expect(screen.getByText('De bus reed niet')).toBeVisible();
  });

  it('writes down what is said once, and makes it an action without typing it again', async () => {
    const table = await sitDown();
    await begin(table);
    await table.toStep('interpret');
    await heading(/Samen duiden/);
    await table.user.type(captureLine(), 'Bouwt hutten met opa{Enter}');
    expect(await screen.findByText('Opgeschreven (Kracht): Bouwt hutten met opa')).toBeVisible();
    expect(captureLine()).toHaveValue('');
    const strengths = await region('Krachten');
    await table.user.click(await strengths.findByRole('button', { name: /^Bouwt hutten met opa/ }));
    await table.user.click(strengths.getByRole('button', { name: 'Wordt actie: Bouwt hutten met opa' }));
    expect(await strengths.findByText('Dit staat nu bij de acties.')).toBeVisible();
    expect(table.openCase.view.get().strengths).toHaveLength(1);

    await table.toStep('act');
    const loose = await region(/Nog niet bij een doel/);
    const action = await loose.findByRole('button', { name: /Bouwt hutten met opa/ });
    expect(action).toHaveTextContent('Nog niemand doet dit');
    await table.user.click(action);
    await table.user.click(await loose.findByRole('checkbox', { name: /^Opa Gijs/ }));
    await waitFor(() => expect(loose.queryByText('Nog niemand doet dit')).toBeNull());
  });

  it('keeps a half-typed note as a parked point when people leave, and when the device locks', async () => {
    const table = await sitDown();
    await begin(table);
    await table.user.type(captureLine(), 'Wie betaalt de bus?');
    await table.user.click(screen.getByRole('link', { name: 'Naar de casus' }));
    await waitFor(() => expect(table.openCase.view.get().points).toMatchObject([{ text: 'Wie betaalt de bus?', kind: 'parked' }]));

    await table.toStep('why');
    await heading(/Waarom/);
    await table.user.type(captureLine(), 'En de opvang');
    await table.application.lock('asked');
    await table.application.unlock(PASSPHRASE);
    const again = await table.application.openCase(table.router.state.location.pathname.split('/')[2] as never);
    expect(again.ok && again.value.view.get().points.map(({ text }) => text)).toEqual(['Wie betaalt de bus?', 'En de opvang']);
  });

  it('shows strengths before concerns, and in both what the family says first', async () => {
    const table = await sitDown();
    await begin(table);
    const { people, me } = table.openCase.view.get();
    const vera = people.find(({ name }) => name === 'Vera')!.id;
    const say = (kind: 'strength' | 'concern', text: string, saidBy: EntityId) =>
      ({ type: 'add', kind, fields: { text, saidBy, domain: 'home' } }) as const;
    await table.openCase.change(
      say('concern', 'Laat naar bed', me!.id),
      say('concern', 'Vaak ruzie', vera),
      say('strength', 'Maakt grapjes', me!.id),
      say('strength', 'Zorgt voor de hond', vera),
    );
    await table.toStep('interpret');
    await heading(/Samen duiden/);
    const order = ['Zorgt voor de hond', 'Maakt grapjes', 'Vaak ruzie', 'Laat naar bed'].map((text) => new RegExp(`^${text}`));
    const cards = order.map((name) => screen.getByRole('button', { name }));
    const inPage = cards.toSorted((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    expect(inPage.map(({ textContent }) => textContent)).toEqual(cards.map(({ textContent }) => textContent));
    expect(screen.getAllByRole('heading', { level: 2, name: /Krachten|Zorgen/ }).map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Krachten'),
      expect.stringContaining('Zorgen'),
    ]);
  });

  it('opens every step in any order, and keeps what was called done', async () => {
    const table = await sitDown();
    await begin(table);
    const steps = () => within(screen.getByRole('navigation', { name: 'Stappen van het overleg' })).getAllByRole('link');
    const count = steps().length;
    expect(count).toBe(8);
    for (let place = count - 1; place >= 0; place--) {
      await table.user.click(steps()[place]!);
      await screen.findByText(`Stap ${place + 1} van 8`);
      const goOn = screen.queryByRole('button', { name: /^Verder: / });
      if (!goOn) continue;
      await table.user.click(goOn);
      await screen.findByText(`Stap ${place + 2} van 8`);
    }
    await waitFor(() => expect(table.conference().stepsDone).toHaveLength(7));
    expect(steps().filter((link) => /klaar/.test(link.textContent + (link.getAttribute('aria-label') ?? '')))).toHaveLength(7);
  });

  it('agrees on goals with how it is now and what is good enough, in the order of the family', async () => {
    const table = await sitDown();
    await begin(table);
    await table.toStep('decide');
    await heading(/Doelen/);
    const add = async (words: string) => {
      await table.user.type(screen.getByRole('textbox', { name: 'Nog een doel' }), words);
      await table.press('Doel toevoegen');
      await screen.findByRole('button', { name: new RegExp(words), expanded: true });
    };
    await add('Rustig eten');
    await table.user.type(screen.getByRole('textbox', { name: 'Zo is het nu' }), 'Elke avond ruzie');
    await table.user.type(screen.getByRole('textbox', { name: 'Zo is het goed genoeg' }), 'Hooguit een keer');
    await table.user.click(screen.getByRole('radio', { name: 'Behandeldoel' }));
    await add('Samen buiten spelen');
    await waitFor(() =>
      expect(table.openCase.view.get().goals[0]).toMatchObject({ levelMinus2: 'Elke avond ruzie', level0: 'Hooguit een keer' }),
    );
    expect(screen.getByText(/Nu: Elke avond ruzie/)).toBeVisible();

    await table.press('Zet hoger: Samen buiten spelen');
    expect(await screen.findByText('Dit doel staat nu op plek 1 van 2.')).toBeVisible();
    expect(screen.getByRole('button', { name: /^1\. Samen buiten spelen/ })).toHaveFocus();
    await table.press('Doel weghalen');
    await waitFor(() => expect(table.openCase.view.get().goals).toHaveLength(1));
    await table.press('Ongedaan maken');
    await waitFor(() =>
      expect(table.openCase.view.get().goals.map(({ statement }) => statement)).toEqual(['Samen buiten spelen', 'Rustig eten']),
    );

    await table.toStep('act');
    expect(await (await region(/^Rustig eten/)).findByText('Bij dit doel doet nog niemand iets.')).toBeVisible();
    const ask = await region('Wat betekent dit voor school?');
    await table.user.type(ask.getByRole('textbox', { name: 'Onderwijsdoel in één zin' }), 'Jip eet mee in de klas{Enter}');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Wat betekent dit voor school?' })).toBeNull());
    expect(table.openCase.view.get().goals.at(-1)).toMatchObject({ kind: 'education', domain: 'school' });
  });

  it('asks whom the family would like first; it counts after a yes that shows who wrote it down', async () => {
    const table = await sitDown();
    await begin(table);
    await table.toStep('roles');
    await table.press('Vraag Meester Tom');
    expect(table.openCase.view.get().coordinator).toBeNull();
    await table.press('Meester Tom zegt nee');
    expect(await screen.findByText('Meester Tom zei nee. Dat mag.')).toBeVisible();
    await table.press('Deze persoon vragen');
    expect(await screen.findByText('Kies eerst wie jullie vragen.')).toBeVisible();
    await table.user.selectOptions(screen.getByRole('combobox', { name: 'Wie vragen jullie?' }), 'Vera');
    await table.press('Deze persoon vragen');
    await table.press('Vera zegt ja');
    expect(await screen.findByRole('heading', { name: /Vera is regisseur/ })).toBeVisible();
    expect(screen.getByText(/gezegd aan tafel, opgeschreven door Anouk Visser/)).toBeVisible();
    await table.user.selectOptions(screen.getByRole('combobox', { name: /Wie vervangt/ }), 'Opa Gijs');
    await waitFor(() => expect(table.openCase.view.get().coordinator?.cover).not.toBeNull());
  });

  it('writes down every answer with whose it is; not agreeing needs only their own view', async () => {
    const table = await sitDown();
    await begin(table);
    await table.toStep('agree');
    expect(await screen.findByText('Nog 5 antwoorden van wie er is.')).toBeVisible();
    await table.press('Antwoord van Vera');
    await table.press('Antwoord bewaren');
    expect(await screen.findByText('Kies een antwoord.')).toBeVisible();
    await table.user.click(screen.getByRole('radio', { name: 'Niet akkoord' }));
    await table.press('Antwoord bewaren');
    expect(await screen.findByText('Schrijf de opmerking erbij.')).toBeVisible();
    await table.user.type(screen.getByRole('textbox', { name: 'Hoe Vera het ziet' }), 'Dit gaat te snel');
    await table.press('Antwoord bewaren');
    expect(await screen.findByText('Nog 4 antwoorden van wie er is.')).toBeVisible();
    expect((await region('Wie er is')).getByRole('figure')).toHaveTextContent('VeraDit gaat te snel');
    expect(table.openCase.view.get().answers[0]).toMatchObject({
      reply: 'notAgreed',
      via: 'spoken',
      recordedBy: table.openCase.view.get().me!.id,
    });

    await table.press('Mijn antwoord geven');
    expect(screen.queryByText('Hoe kreeg je dit antwoord?')).toBeNull();
    await table.user.click(screen.getByRole('radio', { name: 'Akkoord' }));
    await table.press('Antwoord bewaren');
    expect(await screen.findByText('Nog 3 antwoorden van wie er is.')).toBeVisible();
    expect(table.openCase.view.get().answers.find(({ via }) => via === 'own')).toMatchObject({ recordedBy: null });

    await table.user.type(captureLine(), 'Nieuw doel erbij');
    await table.press('Doel');
    await table.press('Opschrijven');
    expect(await screen.findAllByText('Het plan is daarna veranderd')).toHaveLength(2);
  });

  it('ends with a day for the evaluation, never without', async () => {
    const table = await sitDown();
    await begin(table);
    await table.toStep('next');
    await table.press('Overleg afsluiten');
    expect(await screen.findByText('Kies eerst een datum voor de evaluatie.')).toBeVisible();
    const day = screen.getByLabelText('Op welke dag?');
    await table.user.type(day, table.clock.today());
    await table.user.tab();
    expect(await screen.findByText('Deze dag is niet na het overleg. Kies een latere dag.')).toBeVisible();
    await table.press('Overleg afsluiten');
    expect(table.conference().endedAt).toBeNull();
    await table.user.clear(day);
    await table.user.type(day, addDays(table.clock.today() as CivilDate, 60));
    await table.press('Overleg afsluiten');
    expect(await heading(/Het overleg is afgesloten/)).toBeVisible();
    expect(table.openCase.view.get().evaluations).toMatchObject([{ day: addDays(table.clock.today() as CivilDate, 60), state: 'planned' }]);
    expect(screen.getByText('Er is nog geen regisseur die ja zei.')).toBeVisible();
  });

  it('goes on where it was interrupted', async () => {
    const table = await sitDown();
    await begin(table);
    await table.press('Verder: waarom');
    await heading(/Waarom/);
    await table.press('Verder: samen duiden');
    await heading(/Samen duiden/);
    await table.user.click(screen.getByRole('link', { name: 'Naar de casus' }));
    await heading(/Gezin Lach/);
    await table.goTo(`${table.router.state.location.pathname}/conference/${table.conference().id}`);
    expect(await heading(/Samen duiden/)).toBeVisible();
    expect(screen.getByRole('link', { name: /Waarom.*klaar/ })).toBeVisible();
  });
});
