import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OpenCase } from '../../../../src/application/application.ts';
import { addMonths, type CivilDate } from '../../../../src/core/shared/civilDate.ts';
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
    await user.selectOptions(section.getByRole('combobox', { name: 'Om welke gegevens gaat het?' }), 'Van de jeugdhulp');
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
});
