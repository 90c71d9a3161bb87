import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Application, NewFamily } from '../../../src/application/application.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { makeEdexmlText, makeSmallEdexml, type SamplePupil } from '../../support/edexmlSample.ts';
import { renderApp, type RenderedApp } from '../../support/renderApp.tsx';

const sam: SamplePupil = { key: 'l1', firstName: 'Sam', prefix: 'de', lastName: 'Verzonnen', birthDate: '2018-05-14', group: 5 };
const noor: SamplePupil = { key: 'l2', firstName: 'Noor', prefix: 'de', lastName: 'Verzonnen', birthDate: '2020-11-02', group: 3 };
const zoe: SamplePupil = { key: 'l3', firstName: 'Zoë', lastName: 'Zomaar', birthDate: '2018-02-28', group: 5 };

const asChild = ({ key, firstName, prefix, lastName, birthDate, group }: SamplePupil): NewFamily['children'][number] => ({
  name: [firstName, prefix, lastName].filter(Boolean).join(' '),
  birthDate: birthDate as CivilDate,
  school: 'De Regenboog',
  schoolGroup: `Groep ${group}`,
  edexmlKey: key,
  brin: '99XX',
});

const start = () => renderApp({ unlocked: true, path: '/cases/import' });
const giveFile = async ({ user }: RenderedApp, file: File) => user.upload(await screen.findByLabelText('EDEXML-bestand'), file);
const childrenOf = (application: Application) => application.caseload.get().cases.flatMap(({ children }) => children);
const knownGroups = (application: Application) => childrenOf(application).map(({ name, schoolGroup }) => `${name}: ${schoolGroup}`);

describe('taking a family in from the school export', () => {
  it('two siblings of different groups become one case, after a check', async () => {
    const app = await start();
    const { user, application, router } = app;
    expect(await screen.findByText(/nooit BSN, foto of e-mail/)).toBeVisible();
    await giveFile(app, makeSmallEdexml([sam, noor, zoe]));

    expect(await screen.findByRole('heading', { level: 1, name: /Kies de kinderen van één gezin/ })).toHaveFocus();
    expect(screen.getByText('3 leerlingen in dit bestand, schooljaar 2026-2027.')).toBeVisible();
    expect(screen.queryByRole('checkbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Groep 5 2' }));
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
    await user.click(screen.getByRole('checkbox', { name: 'Sam de Verzonnen 14 mei 2018' }));
    const same = screen.getByRole('group', { name: 'Zelfde achternaam: ook van dit gezin?' });
    await user.click(within(same).getByRole('checkbox', { name: /Noor de Verzonnen/ }));
    expect(screen.getByText('2 kinderen gekozen:')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Verder naar controleren' }));

    expect(await screen.findByRole('heading', { level: 1, name: /Controleer/ })).toHaveFocus();
    const name = screen.getByRole('textbox', { name: 'Naam van het gezin' });
    expect(name).toHaveValue('De Verzonnen');
    expect(screen.getByRole('textbox', { name: 'School' })).toHaveValue('Basisschool De Regenboog');
    expect(screen.getByRole('region', { name: 'Noor de Verzonnen' })).toHaveTextContent('2 november 2020');
    expect(application.caseload.get().cases).toHaveLength(0);
    await user.clear(name);
    await user.type(name, 'De Verzonnen-Zomaar');
    await user.click(screen.getByRole('button', { name: 'Casus maken' }));

    const [made] = await waitFor(() => {
      expect(application.caseload.get().cases).toHaveLength(1);
      return application.caseload.get().cases;
    });
    await waitFor(() => expect(router.state.location.pathname).toBe(`/cases/${made!.caseId}`));
    expect(made).toMatchObject({ name: 'De Verzonnen-Zomaar', children: [{ edexmlKey: 'l1', brin: '99XX' }, { edexmlKey: 'l2' }] });
    expect(knownGroups(application)).toEqual(['Sam de Verzonnen: Groep 5', 'Noor de Verzonnen: Groep 3']);
  });

  it('goes with the keyboard alone, and finds a name without its accents', async () => {
    const app = await start();
    const { user } = app;
    await giveFile(app, makeSmallEdexml([sam, noor, zoe]));
    (await screen.findByRole('searchbox', { name: 'Zoek op naam' })).focus();
    await user.keyboard('zoe zom');
    const box = await screen.findByRole('checkbox', { name: /^Zoë Zomaar/ });
    while (document.activeElement !== box) await user.tab();
    await user.keyboard(' ');
    const forward = screen.getByRole('button', { name: 'Verder naar controleren' });
    while (document.activeElement !== forward) await user.tab();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Terug naar kiezen' }));
    await user.click(await screen.findByRole('button', { name: 'Zoë Zomaar niet kiezen' }));
    await user.click(screen.getByRole('button', { name: 'Verder naar controleren' }));
    expect(screen.getByText('Kies minstens één kind.')).toBeVisible();
  });

  it('a child without a birth date can come along; the date can be filled in', async () => {
    const app = await start();
    const { user, application } = app;
    await giveFile(app, makeSmallEdexml([{ ...zoe, birthDate: '' }]));
    await user.click(await screen.findByRole('button', { name: 'Groep 5 1' }));
    await user.click(screen.getByRole('checkbox', { name: 'Zoë Zomaar geen geboortedatum' }));
    await user.click(screen.getByRole('button', { name: 'Verder naar controleren' }));
    await user.type(await screen.findByLabelText('Geboortedatum'), '2018-02-28');
    await user.click(screen.getByRole('button', { name: 'Casus maken' }));
    await waitFor(() => expect(childrenOf(application)).toMatchObject([{ name: 'Zoë Zomaar', birthDate: '2018-02-28' }]));
  });

  it('draws only what was asked for: two thousand pupils are searched, sixty are shown', async () => {
    const app = await start();
    await giveFile(app, new File([makeEdexmlText({ pupils: 2_000 })], 'edex.xml'));
    await app.user.type(await screen.findByRole('searchbox', { name: 'Zoek op naam' }), 'o');
    await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(60));
    expect(screen.getByText(/^Nog [\d.]+ leerlingen\. Typ meer letters van de naam\.$/)).toBeVisible();
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['another kind of file', '<UWLR/>', 'Dit is geen EDEXML-bestand.'],
    ['broken', '<EDEX>\n<school>\n</EDEX>', '(regel 3)'],
    ['names that miss', '<EDEX><leerlingen>\n<leerling key="1"/>\n<leerling key="2"/></leerlingen></EDEX>', 'Kijk op de regels 2, 3.'],
  ])('%s: says what and where, with the focus on it, and takes over nothing', async (_, text, words) => {
    const app = await start();
    await giveFile(app, new File([text], 'edex.xml'));
    const summary = (await screen.findByText('Er klopt iets niet')).closest('div');
    expect(summary).toHaveFocus();
    expect(summary).toHaveTextContent(words);
    expect(summary).toHaveTextContent('Er is niets overgenomen.');
    expect(app.application.caseload.get().cases).toHaveLength(0);
    await giveFile(app, makeSmallEdexml([sam]));
    expect(await screen.findByRole('heading', { level: 1, name: /Kies de kinderen/ })).toBeVisible();
  });
});

describe('children who already have a plan', () => {
  async function withFamily() {
    const app = await start();
    valueOf(await app.application.createCase({ name: 'De Verzonnen', children: [asChild(sam), asChild(noor)] }));
    return app;
  }

  it('cannot be chosen again: their case is one press away', async () => {
    const app = await withFamily();
    const caseId = app.application.caseload.get().cases[0]!.caseId;
    await giveFile(app, makeSmallEdexml([sam, noor, zoe]));
    expect(await screen.findByText('2 kinderen zitten nog in dezelfde groep.')).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Groep 5 2' }));
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    const known = screen.getByRole('heading', { name: 'Al in een casus' }).parentElement!;
    expect(within(known).getByRole('link', { name: 'Gezin De Verzonnen' })).toHaveAttribute('href', `/cases/${caseId}`);
  });

  it('a later export: new groups are taken over with one press and can be put back; who left is named', async () => {
    const app = await withFamily();
    const { user, application } = app;
    await giveFile(app, makeSmallEdexml([{ ...sam, group: 6 }, zoe]));
    const later = await screen.findByRole('region', { name: 'Kinderen uit je casussen' });
    expect(later).toHaveTextContent('Sam de Verzonnen (Gezin De Verzonnen): Groep 5 Groep 6');
    expect(within(later).getByRole('heading', { name: 'Eén kind staat niet meer in de export' })).toBeVisible();
    expect(later).toHaveTextContent('Noor de Verzonnen (Gezin De Verzonnen)');
    await user.click(within(later).getByRole('button', { name: 'Nieuwe groep overnemen' }));
    expect(await within(later).findByText('De nieuwe groep staat in de casus.')).toBeVisible();
    await waitFor(() => expect(knownGroups(application)).toEqual(['Sam de Verzonnen: Groep 6', 'Noor de Verzonnen: Groep 3']));
    expect(within(later).queryByRole('button', { name: 'Nieuwe groep overnemen' })).toBeNull();
    await user.click(within(later).getByRole('button', { name: 'Ongedaan maken' }));
    await waitFor(() => expect(knownGroups(application)).toEqual(['Sam de Verzonnen: Groep 5', 'Noor de Verzonnen: Groep 3']));
  });

  it('a younger child joins the plan that the family has', async () => {
    const app = await withFamily();
    const { user, application, router } = app;
    await giveFile(app, makeSmallEdexml([sam, noor, { ...zoe, prefix: 'de', lastName: 'Verzonnen' }]));
    await user.type(await screen.findByRole('searchbox', { name: 'Zoek op naam' }), 'zoe');
    await user.click(await screen.findByRole('checkbox', { name: /^Zoë de Verzonnen/ }));
    await user.click(screen.getByRole('button', { name: 'Verder naar controleren' }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Bij welk gezin?' }), 'Gezin De Verzonnen');
    expect(screen.queryByRole('textbox', { name: 'Naam van het gezin' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Bij dit gezin zetten' }));
    await waitFor(() => expect(childrenOf(application)).toHaveLength(3));
    expect(application.caseload.get().cases).toHaveLength(1);
    await waitFor(() => expect(router.state.location.pathname).toBe(`/cases/${application.caseload.get().cases[0]!.caseId}`));
  });

  it('a child entered by hand with the same name and birth date is pointed out', async () => {
    const app = await start();
    valueOf(await app.application.createCase({ name: 'Zomaar', children: [{ ...asChild(zoe), name: 'Zoe', edexmlKey: '', brin: '' }] }));
    await giveFile(app, makeSmallEdexml([zoe]));
    await app.user.click(await screen.findByRole('button', { name: 'Groep 5 1' }));
    await app.user.click(screen.getByRole('checkbox', { name: /^Zoë Zomaar/ }));
    await app.user.click(screen.getByRole('button', { name: 'Verder naar controleren' }));
    expect(await screen.findByText('Heeft Zoë al een plan?')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Gezin Zomaar' })).toBeVisible();
  });
});
