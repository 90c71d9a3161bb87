import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OpenCase } from '../../../../src/application/application.ts';
import type { CivilDate } from '../../../../src/core/shared/civilDate.ts';
import { openNewCase } from './openNewCase.tsx';

const section = (name: string) => within(screen.getByRole('region', { name }));
const addPeople = async (openCase: OpenCase) => {
  await openCase.change(
    { type: 'add', kind: 'person', fields: { name: 'Ewa', part: 'caregiver' } },
    { type: 'add', kind: 'person', fields: { name: 'Karim', part: 'professional' } },
  );
};

describe('the preparation', () => {
  it('keeps the choice of the family and the question in own words', async () => {
    const { user, view } = await openNewCase('preparation', addPeople);
    await screen.findByRole('heading', { level: 1, name: 'Voorbereiding gezin Berg' });
    await user.click(screen.getByRole('radio', { name: 'Doet voor een deel mee' }));
    await user.type(screen.getByRole('textbox', { name: 'Wat wil het gezin?' }), 'Weer rust in de ochtend');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Wie zei dit?' }), 'Ewa');
    await expect
      .poll(() => view().family)
      .toMatchObject({
        familyDecision: 'joinsPartly',
        questionFamily: 'Weer rust in de ochtend',
        questionFamilyBy: view().caregivers[0]!.id,
      });
  });

  it('says what to do with a concern about safety, and that notes about it stay out', async () => {
    const { user } = await openNewCase('preparation');
    const safety = within(await screen.findByRole('region', { name: 'Basis en veiligheid' }));
    expect(safety.getByRole('radio', { name: 'Nog niet bekend' })).toBeChecked();
    expect(safety.queryByRole('link')).not.toBeInTheDocument();
    await user.click(safety.getByRole('radio', { name: 'Wel zorg' }));
    expect(await safety.findByText(/horen niet in het plan/)).toBeVisible();
    expect(safety.getByRole('link', { name: /Direct gevaar/ })).toHaveAttribute('href', '/danger');
  });

  it('gathers what must be said, and lets it be taken away', async () => {
    const { user, view } = await openNewCase('preparation', addPeople);
    await screen.findByRole('heading', { level: 1 });
    const mustSay = section('Dit moet gezegd worden');
    await user.type(mustSay.getByRole('textbox', { name: 'Wat moet gezegd worden?' }), 'Hij is niet stout{Enter}');
    expect(await mustSay.findByRole('textbox', { name: 'Punt 1' })).toHaveValue('Hij is niet stout');
    expect(view().points.map(({ kind, text }) => [kind, text])).toEqual([['mustSay', 'Hij is niet stout']]);
    const whose = within(mustSay.getByRole('combobox', { name: 'Van wie is punt 1?' }));
    expect(whose.queryByRole('option', { name: 'Karim' })).not.toBeInTheDocument();
    await user.click(mustSay.getByRole('button', { name: 'Weghalen: Hij is niet stout' }));
    expect(await mustSay.findByText(/Nog niets/)).toBeVisible();
  });

  it('shows what somebody wrote down beforehand, and no coordinator where nobody was chosen', async () => {
    await openNewCase('preparation', async (openCase) => {
      await addPeople(openCase);
      await openCase.change({ type: 'add', kind: 'conference', fields: { day: '2099-12-01' as CivilDate } });
      const { conferences, caregivers, me } = openCase.view.get();
      const prepares = { meeting: conferences[0]!.id, by: caregivers[0]!.id, recordedBy: me!.id, via: 'spoken' } as const;
      await openCase.change({ type: 'beginPreparation', ...prepares });
      await openCase.change({ type: 'set', entity: openCase.view.get().preparations[0]!.id, field: 'wish', value: 'Rust' });
    });
    await screen.findByRole('heading', { level: 1 });
    const prepared = within(screen.getByText('Rust').closest('li')!);
    expect(prepared.queryByText('Wie als regisseur?')).toBeNull();
    expect(prepared.queryByText(/iemand/i)).toBeNull();
  });

  it('plans the conference and asks the people', async () => {
    const { user, view } = await openNewCase('preparation', async (openCase) => {
      await openCase.change({ type: 'add', kind: 'conference', fields: { day: '2099-12-01' as CivilDate } });
      await addPeople(openCase);
    });
    await screen.findByRole('heading', { level: 1 });
    const meeting = section('Wie moet erbij zijn, en wanneer?');
    await user.click(meeting.getByRole('checkbox', { name: /Ewa/ }));
    await expect.poll(() => view().conferences[0]!.invited).toEqual([view().caregivers[0]!.id]);
  });

  it('records what is shared, and keeps it readable after withdrawing', async () => {
    const { user, view } = await openNewCase('preparation', addPeople);
    await screen.findByRole('heading', { level: 1 });
    const sharing = section('Wat delen we met wie?');
    await user.click(sharing.getByRole('button', { name: 'Delen vastleggen' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Delen vastleggen' }));
    await user.click(dialog.getByRole('button', { name: 'Vastleggen' }));
    expect(dialog.getAllByText('Vul dit nog in.')).toHaveLength(3);
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Met wie?' }), 'Karim');
    await user.type(dialog.getByRole('textbox', { name: 'Wat deel je?' }), 'Alleen de doelen');
    await user.type(dialog.getByRole('textbox', { name: 'Waarvoor?' }), 'Samen één plan');
    await user.click(dialog.getByRole('radio', { name: 'Toestemming' }));
    await user.click(dialog.getByRole('checkbox', { name: /Ewa/ }));
    await user.click(dialog.getByRole('button', { name: 'Vastleggen' }));
    expect(await sharing.findByText('Mag gedeeld worden')).toBeVisible();

    await user.click(await sharing.findByRole('button', { name: 'Delen met Karim intrekken' }));
    const withdrawal = within(await screen.findByRole('dialog'));
    expect(withdrawal.getByText(/kan niemand terughalen/)).toBeVisible();
    await user.click(withdrawal.getByRole('button', { name: 'Intrekken' }));
    expect(await sharing.findByText('Ingetrokken')).toBeVisible();
    expect(sharing.getByText('Alleen de doelen')).toBeVisible();
    const ewa = view().caregivers[0]!.id;
    expect(view().sharings[0]).toMatchObject({ decidedBy: [ewa], withdrawnBy: ewa, legalBasis: 'consent' });
    expect(view().sharings[0]!.withdrawnOn).not.toBeNull();
  });
});
