import { act, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { readSentences } from '../../../.ci/checkCatalogues.ts';
import type { CircleView } from '../../../src/application/application.ts';
import type { PlanCommand } from '../../../src/core/plan/planCommand.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { DocumentId, EntityId, MemberId } from '../../../src/core/shared/ids.ts';
import { chooseLanguage } from '../../../src/ui/i18n/catalogue.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { circlePerson, DOCUMENTS, MEMBERS, withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

const VOICE = 'doc-stem' as DocumentId;
const SAFETY = 'doc-veilig' as DocumentId;
const REASON = 'Wij overleggen over wie betaalt.';

/** The example family on the device of one of them, with a lead, a colleague of another organisation and this family member in the circle. */
async function show(
  name: string,
  change: Partial<CircleView> = {},
  more: (idOf: (name: string) => EntityId) => readonly PlanCommand[] = () => [],
) {
  const test = await withFakeCircle({ exampleFamily: true });
  const { caseId } = test.fake.view.get();
  const open = valueOf(await test.application.openCase(caseId));
  await open.whole();
  const { people, me } = open.view.get();
  const idOf = (asked: string) => people.find((person) => person.name === asked)!.id;
  const set = (entity: EntityId, field: string, value: string) => ({ type: 'set', entity, field, value }) as const;
  valueOf(
    await open.change(
      set(idOf(name), 'member', me!.member),
      set(me!.id, 'member', 'lid-anouk'),
      set(me!.id, 'phone', '06-1111 2222'),
      set(me!.id, 'reachability', 'Op maandag, of anouk@school.example'),
      ...more(idOf),
    ),
  );
  const lead = circlePerson({
    member: 'lid-anouk' as MemberId,
    name: 'Anouk Visser',
    role: 'lead',
    person: me!.id,
    organisation: 'Basisschool',
  });
  const rachida = circlePerson({
    member: MEMBERS.rachida,
    name: 'Rachida Amrani',
    person: idOf('Juf Lotte'),
    discipline: 'districtTeam',
    organisation: 'Wijkteam Noord',
    sharing: 'missing',
    until: '2027-01-31' as CivilDate,
    end: 'later',
  });
  const reader = circlePerson({ member: me!.member as MemberId, name, person: idOf(name), role: 'caregiver', me: true });
  test.fake.view.set({ ...test.fake.view.get(), myRole: 'caregiver', mayChange: false, people: [lead, rachida, reader], ...change });
  const app = await renderApp({ test, path: `/cases/${caseId}/circle` });
  return { ...app, caseId, fake: test.fake, lead, rachida, reader };
}
const card = async (name: string) => within(await screen.findByRole('region', { name }));
const linesOf = async (region: string, name: string) =>
  [...(await card(region)).getByRole('heading', { level: 3, name }).closest('li')!.querySelectorAll('p')].map(
    ({ textContent }) => textContent,
  );

afterEach(() => act(() => chooseLanguage('nl')));

describe('Wie leest mee? for a family', () => {
  it('says who reads along, as what, since and until when, and that nobody wrote down why', async () => {
    await show('Ewa');
    await screen.findByRole('heading', { level: 1, name: 'Wie leest mee?' });
    expect(await linesOf('Wie helpen', 'Rachida Amrani')).toEqual([
      expect.stringContaining('Wijkteam Noord'),
      'Helpt, en schrijft mee.',
      'Leest het hele plan.',
      'Sinds 7 september 2026.',
      'Tot 31 januari 2027.',
      'Er staat nog niet waarom wij met deze persoon delen. Vraag het.',
    ]);
    expect(await linesOf('Wie helpen', 'Anouk Visser')).toContain('Schrijft mee, en laat mensen meelezen.');
    expect(await linesOf('Van het gezin', 'Ewa')).toContain('Dit bent u.');
    expect(screen.getByRole('link', { name: 'Wie heeft gekeken?' })).toHaveAttribute('href', expect.stringMatching(/access$/));
    expect(screen.getByRole('link', { name: 'Wie moet ja zeggen?' })).toHaveAttribute('href', expect.stringMatching(/preparation$/));
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says why, in the words that were written down', async () => {
    const { fake, lead, rachida, reader } = await show('Ewa', {}, (idOf) => [
      {
        type: 'add',
        kind: 'sharing',
        fields: { what: 'De doelen', withWhom: idOf('Juf Lotte'), purpose: 'Om samen op te trekken', legalBasis: 'consent' },
      },
    ]);
    act(() => fake.view.set({ ...fake.view.get(), people: [lead, { ...rachida, sharing: 'recorded' }, reader] }));
    expect(await linesOf('Wie helpen', 'Rachida Amrani')).toEqual(expect.arrayContaining(['Waarom wij delen:', 'Om samen op te trekken']));
  });

  it('says plainly whoever should have stopped, and whoever is on the way out', async () => {
    const past = { until: '2026-09-01' as CivilDate, end: 'past', sharing: 'withdrawn' } as const;
    const { fake, lead, rachida, reader } = await show('Ewa');
    const open = [{ doc: DOCUMENTS.plan, kind: 'plan', mine: false }] as const;
    act(() =>
      fake.view.set({
        ...fake.view.get(),
        people: [lead, { ...rachida, ...past }, reader],
        jobs: [{ type: 'removal', member: rachida.member, open, problem: null }],
      }),
    );
    expect(await linesOf('Wie helpen', 'Rachida Amrani')).toEqual(
      expect.arrayContaining([
        'Dit was tot 1 september 2026, maar het is nog niet gestopt. Vraag waarom.',
        'Er is nee gezegd tegen delen, maar het is nog niet gestopt. Vraag waarom.',
        'Gaat weg, en leest misschien nog even mee.',
      ]),
    );
  });

  it('says whom to ask, with one tap to reach them; and when nobody can do it', async () => {
    const { fake, reader } = await show('Ewa');
    const ask = await card('Wie laat mensen meelezen?');
    expect(ask.getByText('Wilt u dat iemand meeleest, of juist niet meer? Vraag het aan:')).toBeVisible();
    expect(ask.getByRole('link', { name: 'Bel Anouk Visser' })).toHaveAttribute('href', 'tel:0611112222');
    expect(ask.getByRole('link', { name: 'Mail Anouk Visser' })).toHaveAttribute('href', 'mailto:anouk@school.example');
    act(() => fake.view.set({ ...fake.view.get(), people: [reader] }));
    expect(ask.getByText('Er staat nu niemand die dit kan doen. Vraag het op school of bij het wijkteam.')).toBeVisible();
    expect((await card('Wie helpen')).getByText('Hier staat nog niemand.')).toBeVisible();
  });

  it('lets a parent ask for somebody beside them, here too', async () => {
    await show('Ewa');
    expect((await card('Wilt u iemand meenemen?')).getByRole('button', { name: 'Iemand meenemen' })).toBeVisible();
  });

  it('says who proposed that somebody of the family goes and why, and lets the family decide nothing', async () => {
    const { fake, lead, rachida, reader } = await show('Ewa');
    const bart = circlePerson({ member: MEMBERS.mother, name: 'Bart', role: 'caregiver' });
    act(() =>
      fake.view.set({
        ...fake.view.get(),
        people: [lead, rachida, reader, bart],
        proposals: [{ member: bart.member, reason: 'Woont in het buitenland', by: [rachida.member], mayISecond: false }],
      }),
    );
    const proposal = await card('Voorstel: Bart leest niet meer mee');
    expect(proposal.getByText('Voorgesteld door Rachida Amrani:')).toBeVisible();
    expect(proposal.getByText('Woont in het buitenland')).toBeVisible();
    expect(proposal.getByText('Nog iemand die helpt, moet dit ook vinden. Anders gebeurt het niet.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /weg te halen|uit de kring/ })).toBeNull();
  });

  it('names a voice after who wrote it, with who reads it, and opens what this reader may read', async () => {
    const { fake, lead, rachida, reader } = await show('Ewa');
    const his = circlePerson({ member: MEMBERS.mother, name: 'Milan', role: 'youngPerson' });
    const at = (role: 'lead' | 'caregiver' | 'professional', member: MemberId) => ({ member, role, since: 0, until: null });
    act(() =>
      fake.view.set({
        ...fake.view.get(),
        people: [lead, { ...rachida, documents: [...rachida.documents, { doc: VOICE, kind: 'voice', role: 'professional' }] }, reader, his],
        documents: [
          { doc: DOCUMENTS.plan, kind: 'plan', title: '', myRole: 'caregiver', members: [] },
          {
            doc: VOICE,
            kind: 'voice',
            title: '',
            myRole: 'caregiver',
            members: [at('lead', his.member), at('professional', rachida.member)],
          },
          { doc: DOCUMENTS.part, kind: 'part', title: 'Bij mama', myRole: null, members: [at('caregiver', reader.member)] },
        ],
      }),
    );
    const where = await card('Wat staat waar?');
    expect(where.getByRole('heading', { level: 3, name: 'Eigen woorden van Milan' })).toBeVisible();
    expect(where.getByText('Dit lezen: Milan, Rachida Amrani.')).toBeVisible();
    expect(where.getByRole('link', { name: 'Openen: Eigen woorden van Milan' })).toHaveAttribute(
      'href',
      expect.stringMatching(/part\/doc-stem$/),
    );
    expect(where.getByRole('heading', { level: 3, name: 'Bij mama' })).toBeVisible();
    expect(where.queryByRole('link', { name: /Bij mama/ })).toBeNull();
    expect(await linesOf('Wie helpen', 'Rachida Amrani')).toContain('Leest ook: eigen woorden van Milan.');
    expect(await findAxeViolations()).toEqual([]);
  });

  it('tells that professionals consult and why, with nothing to open, and never a word of safety', async () => {
    const documents = [
      { doc: DOCUMENTS.plan, kind: 'plan', title: '', myRole: 'caregiver', members: [] },
      { doc: DOCUMENTS.team, kind: 'team', title: 'Over geld', myRole: null, members: [] },
      { doc: SAFETY, kind: 'safety', title: 'Meldcode', myRole: null, members: [] },
    ] as const;
    const { fake, rachida, lead, reader } = await show('Ewa', { documents }, () => [
      { type: 'set', entity: 'family' as EntityId, field: 'teamReason', value: REASON },
    ]);
    const kept = [
      ...rachida.documents,
      { doc: DOCUMENTS.team, kind: 'team', role: 'professional' },
      { doc: SAFETY, kind: 'safety', role: 'professional' },
    ] as const;
    act(() => fake.view.set({ ...fake.view.get(), people: [lead, { ...rachida, documents: kept }, reader] }));
    const where = await card('Wat staat waar?');
    expect(where.getByRole('heading', { level: 3, name: 'Overleg van wie helpen' })).toBeVisible();
    expect(where.getByText(REASON)).toBeVisible();
    expect(where.getByText('Dit leest u niet. U mag vragen om het te zien. Soms moet dat van de wet.')).toBeVisible();
    expect(where.queryByRole('link')).toBeNull();
    expect(screen.getByRole('main')).not.toHaveTextContent(/veilig|meldcode|over geld/i);
  });

  it('speaks to a pupil as "je"', async () => {
    await show('Milan');
    expect(await screen.findByText('Hier zie je wie jullie plan leest, en waarom.')).toBeVisible();
    expect(screen.getByRole('main')).not.toHaveTextContent(/\bu\b|\buw\b/i);
  });

  it('is wholly in Turkish for a parent who reads Turkish', async () => {
    await act(() => chooseLanguage('tr'));
    await show('Ewa');
    const turkish = readSentences('tr', 'reading');
    expect(await screen.findByRole('heading', { level: 1, name: turkish['reading.title']! })).toBeVisible();
    await card(turkish['reading.where']!);
    expect(document.documentElement.lang).toBe('tr');
    const main = screen.getByRole('main').textContent;
    for (const [key, dutch] of Object.entries(readSentences('nl', 'reading')))
      if (!dutch.includes('{') && dutch !== turkish[key]) expect(main, key).not.toContain(dutch);
  });
});
