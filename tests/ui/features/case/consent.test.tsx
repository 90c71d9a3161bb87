import { act, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { readSentences } from '../../../../.ci/checkCatalogues.ts';
import type { OpenCase } from '../../../../src/application/application.ts';
import { addMonths, type CivilDate } from '../../../../src/core/shared/civilDate.ts';
import type { EntityId } from '../../../../src/core/shared/ids.ts';
import { chooseLanguage } from '../../../../src/ui/i18n/catalogue.ts';
import { findAxeViolations } from '../../../support/findAxeViolations.ts';
import { openNewCase } from './openNewCase.tsx';

const consent = async () => within(await screen.findByRole('region', { name: 'Toestemming' }));

/** Noor is 8; Ewa has authority, of Bart nobody looked it up. */
async function addFamily(openCase: OpenCase, today: CivilDate) {
  const view = () => openCase.view.get();
  await openCase.change(
    { type: 'set', entity: view().children[0]!.id, field: 'birthDate', value: addMonths(today, -100) },
    { type: 'add', kind: 'person', fields: { name: 'Ewa', part: 'caregiver' } },
    { type: 'add', kind: 'person', fields: { name: 'Bart', part: 'caregiver' } },
    { type: 'add', kind: 'person', fields: { name: 'Karim', part: 'professional', discipline: 'districtTeam', organisation: 'Wijkteam' } },
  );
  const child = view().children[0]!.id;
  const caregiver = view().caregivers.find(({ name }) => name === 'Ewa')!.id;
  await openCase.change({ type: 'setAuthority', caregiver, child, holds: 'yes', source: 'register', checkedOn: today });
}

describe('who must still agree', () => {
  it('is said per partner with the reason behind a tap, and the button records it; what is unknown stays unknown', async () => {
    const { user, view } = await openNewCase('preparation', async (openCase, test) => {
      await addFamily(openCase, test.clock.today() as CivilDate);
    });
    const section = await consent();
    await user.selectOptions(section.getByRole('combobox', { name: 'Om welke gegevens gaat het?' }), 'Van school');
    expect(section.getByText('Nog niets vastgelegd')).toBeVisible();
    expect(section.getByText('Ewa moet nog ja zeggen voor Noor.')).toBeVisible();
    expect(section.getAllByText('Het is niet bekend of Bart gezag heeft over Noor.')[0]).toBeVisible();
    expect(section.getByRole('link', { name: 'Vraag na wie het gezag heeft' })).toHaveAttribute(
      'href',
      expect.stringContaining('/family#authority'),
    );
    await user.click(section.getAllByText('Waarom, en waar staat dat?')[0]!);
    expect(section.getByText(/Bron: Uitvoeringswet AVG, artikel 5/)).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);

    await user.click(section.getByRole('button', { name: 'Vastleggen: delen met Karim' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Delen vastleggen' }));
    await user.type(dialog.getByRole('textbox', { name: 'Wat deel je?' }), 'De doelen');
    await user.type(dialog.getByRole('textbox', { name: 'Waarvoor?' }), 'Samen één plan');
    await user.click(dialog.getByRole('radio', { name: 'Toestemming' }));
    await user.click(dialog.getByRole('checkbox', { name: /Ewa/ }));
    await user.click(dialog.getByRole('button', { name: 'Vastleggen' }));
    await expect.poll(() => view().sharings.length).toBe(1);
    expect(await section.findByText('Nog vragen')).toBeVisible();
    expect(section.queryByText('Ewa moet nog ja zeggen voor Noor.')).toBeNull();
    expect(section.getAllByText('Het is niet bekend of Bart gezag heeft over Noor.')[0]).toBeVisible();
  });

  it('invites to record when there is nothing to share yet', async () => {
    const { user } = await openNewCase('preparation');
    const section = await consent();
    await user.selectOptions(section.getByRole('combobox', { name: 'Om welke gegevens gaat het?' }), 'Van school');
    await user.click(section.getByRole('button', { name: /Nog niets om te delen/ }));
    expect(await screen.findByRole('dialog', { name: 'Delen vastleggen' })).toBeVisible();
  });

  it('stops what was taken back, and says what was shared', async () => {
    const { user } = await openNewCase('preparation', async (openCase, test) => {
      const today = test.clock.today() as CivilDate;
      await addFamily(openCase, today);
      const [withWhom, by] = ['Karim', 'Ewa'].map((name) => openCase.view.get().people.find((person) => person.name === name)!.id);
      const fields = { what: 'De doelen', withWhom: withWhom!, purpose: 'Eén plan', legalBasis: 'consent' } as const;
      await openCase.change({
        type: 'add',
        kind: 'sharing',
        fields: { ...fields, decidedBy: [by!], withdrawnOn: today, withdrawnBy: by! },
      });
    });
    const section = await consent();
    await user.selectOptions(section.getByRole('combobox', { name: 'Om welke gegevens gaat het?' }), 'Van school');
    expect(section.getByText('Gestopt')).toBeVisible();
    expect(section.getByText(/Al gedeeld tot .*De doelen/)).toBeVisible();
    expect(section.getByRole('link', { name: 'Kijk of Karim nog in de kring zit' })).toBeVisible();
  });

  it('says which parent takes part by default, and about whom to find out first', async () => {
    await openNewCase('preparation', async (openCase, test) => {
      await addFamily(openCase, test.clock.today() as CivilDate);
      const bart = openCase.view.get().caregivers.find(({ name }) => name === 'Bart')!;
      await openCase.change({ type: 'set', entity: bart.id, field: 'member', value: 'lid-bart' });
    });
    const section = await consent();
    expect(section.getByRole('heading', { level: 3, name: 'Welke ouder leest mee?' })).toBeVisible();
    const itemOf = (name: string) => within(section.getByRole('heading', { level: 4, name }).closest('li')!);
    expect(itemOf('Ewa').getByText('Ewa heeft gezag over Noor en mag meelezen.')).toBeVisible();
    expect(itemOf('Ewa').getByText('Niet in de kring')).toBeVisible();
    expect(itemOf('Bart').getByText('In de kring')).toBeVisible();
    expect(itemOf('Bart').getByText('Het is niet bekend of Bart gezag heeft over Noor.')).toBeVisible();
    expect(itemOf('Bart').getByRole('link', { name: 'Vraag na of Bart gezag heeft' })).toBeVisible();
  });
});

/** The device is that of this person: they read the same page. Karim is recorded, with a yes of Ewa. */
async function readAs(name: string, differently: { readonly months?: number; readonly withdraws?: boolean; readonly said?: boolean } = {}) {
  const { months = 100, withdraws = false, said = true } = differently;
  return await openNewCase('preparation', async (openCase, test) => {
    const today = test.clock.today() as CivilDate;
    await addFamily(openCase, today);
    const { children, me } = openCase.view.get();
    const idOf = (asked: string) => openCase.view.get().people.find((person) => person.name === asked)!.id;
    const set = (entity: EntityId, field: string, value: unknown) => ({ type: 'set', entity, field, value }) as const;
    const decided = { decidedBy: said ? [idOf('Ewa')] : [], decidedOn: addMonths(today, -1) };
    const fields = { what: 'De doelen', withWhom: idOf('Karim'), purpose: 'Eén plan', legalBasis: 'consent', ...decided } as const;
    await openCase.change(
      set(children[0]!.id, 'birthDate', addMonths(today, -months)),
      { type: 'add', kind: 'sharing', fields: { ...fields, ...(withdraws ? { withdrawnOn: today, withdrawnBy: idOf('Ewa') } : {}) } },
      set(idOf(name), 'member', me!.member),
      set(me!.id, 'member', ''),
    );
  });
}

const card = async (name: string) => within(await screen.findByRole('region', { name }));

afterEach(() => act(() => chooseLanguage('nl')));

describe('what the family reads of it', () => {
  it('is said to a parent with "u": what is asked of them and why, without anything to record', async () => {
    const { user, openCase } = await readAs('Ewa', { said: false });
    await screen.findByRole('heading', { level: 1, name: 'Wie moet ja zeggen?' });
    expect(screen.getByText('Hier staat wie nog ja moet zeggen, en waarom.')).toBeVisible();
    expect((await card('Waarom leest u mee?')).getByText('U heeft gezag over Noor. Daarom leest u mee.')).toBeVisible();
    const asked = await card('Wat wij vragen');
    expect(asked.getByText('Wij vragen nog uw toestemming, voor Noor.')).toBeVisible();
    expect(asked.getByText('Het is niet bekend of Bart gezag heeft over Noor.')).toBeVisible();
    expect(asked.queryByText(/functionaris|je /)).toBeNull();
    expect(screen.queryByRole('button', { name: /astleggen/ })).toBeNull();
    await user.click(asked.getAllByText('Waarom, en waar staat dat?').at(-1)!);
    expect(asked.getByText(/Bron: Uitvoeringswet AVG, artikel 5/)).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    await openCase.change({ type: 'remove', entity: openCase.view.get().sharings[0]!.id });
    expect(await asked.findByText('Hier staat nog niet wat wij delen, en met wie.')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Wat is vastgelegd over delen?' })).toBeNull();
  });

  it('lets a parent take a yes back, after saying what that cannot do', async () => {
    const { user, view } = await readAs('Ewa');
    const given = await card('Wat is vastgelegd over delen?');
    expect(given.getByText('Mag gedeeld worden')).toBeVisible();
    expect(given.getByText(/^Besloten door Ewa, /)).toBeVisible();
    await user.click(given.getByRole('button', { name: 'Niet meer delen met Karim' }));
    expect(given.getByText('Wat al gedeeld is, kan niemand terughalen. Iedereen die meeleest, ziet wat u besluit.')).toBeVisible();
    expect(view().sharings[0]!.withdrawnOn).toBeNull();
    await user.click(given.getByRole('button', { name: 'Ja, niet meer delen' }));
    expect(await given.findByText(/^Gestopt op .*, door Ewa\./)).toBeVisible();
    expect(view().sharings[0]).toMatchObject({ withdrawnBy: view().me!.id });
    expect(given.queryByRole('button', { name: /Niet meer delen/ })).toBeNull();
    expect((await card('Wat wij vragen')).getByText('Wij delen niets meer met Karim.', { selector: 'li > p' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
    expect(await given.findByText('Mag gedeeld worden')).toBeVisible();
  });

  it('tells a parent of whom nobody looked it up that we do not know, and says who else is asked', async () => {
    await readAs('Bart', { said: false });
    const asked = await card('Wat wij vragen');
    expect(screen.getAllByText('Wij weten nog niet of u gezag heeft over Noor. Vertel het ons.')[0]).toBeVisible();
    expect(asked.getByText('Ewa moet nog ja zeggen voor Noor.')).toBeVisible();
  });

  it('asks a child who came of age itself, with "je"', async () => {
    const { user } = await readAs('Noor', { months: 12 * 16 + 2 });
    expect((await card('Wat wij vragen')).getByText('Wij vragen nog jouw eigen toestemming.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Niet meer delen met Karim' }));
    expect(screen.getByText(/ziet wat je besluit/)).toBeVisible();
    expect(screen.queryByText(/\bu\b/)).toBeNull();
  });

  it('says that nothing more is shared, and what was', async () => {
    await readAs('Ewa', { withdraws: true });
    const asked = await card('Wat wij vragen');
    expect(asked.getByText('Wij delen niets meer met Karim.', { selector: 'li > p' })).toBeVisible();
    expect(asked.getByText(/Al gedeeld van .*De doelen/)).toBeVisible();
  });

  it('is wholly in the language of the family, but for what people wrote and the names of laws', async () => {
    await act(() => chooseLanguage('tr'));
    await readAs('Ewa', { said: false });
    const turkish = readSentences('tr', 'consent');
    expect(await screen.findByRole('heading', { level: 1, name: turkish['consent.title']! })).toBeVisible();
    expect(document.documentElement.lang).toBe('tr');
    const main = screen.getByRole('main').textContent;
    for (const [key, dutch] of Object.entries(readSentences('nl', 'consent')))
      if (!dutch.includes('{')) expect(main.includes(dutch) && dutch !== turkish[key], dutch).toBe(false);
    expect(main).toContain('Uitvoeringswet AVG, artikel 5');
  });

  it('is nothing for a helper of the network', async () => {
    const { openCase, view } = await readAs('Ewa');
    await card('Wat wij vragen');
    await openCase.change({ type: 'set', entity: view().me!.id, field: 'part', value: 'network' });
    expect(await screen.findByText('Hierover beslissen de ouders en het kind zelf. Aan u vragen wij niets.')).toBeVisible();
    expect(screen.queryByRole('region')).toBeNull();
  });
});
