import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openNewCase } from './openNewCase.tsx';

const section = (name: string) => within(screen.getByRole('region', { name }));

describe('the people of a family', () => {
  it('are added by name, filled in, and put back after taking one away', async () => {
    const { user, view } = await openNewCase('family');
    await screen.findByRole('heading', { level: 1, name: 'Mensen rond gezin Berg' });
    const children = section('Kinderen');
    await user.click(children.getByRole('button', { name: 'Kind toevoegen' }));
    expect(children.getByRole('alert')).toHaveTextContent('Schrijf eerst iets op.');
    await user.type(children.getAllByRole('textbox', { name: 'Naam' }).at(-1)!, 'Sam{Enter}');
    const sam = within(await children.findByRole('group', { name: 'Sam' }));
    await user.type(sam.getByRole('textbox', { name: 'Groep of klas' }), 'groep 3');
    expect(await sam.findByText('Opgeslagen op dit apparaat')).toBeVisible();
    expect(view().children.map(({ name, schoolGroup }) => [name, schoolGroup])).toEqual([
      ['Noor', ''],
      ['Sam', 'groep 3'],
    ]);
    await user.click(sam.getByRole('button', { name: 'Weghalen: Sam' }));
    await expect.poll(() => view().children.length).toBe(1);
    await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
    expect(await children.findByRole('group', { name: 'Sam' })).toBeVisible();
  });

  it('live in homes, which never have an address', async () => {
    const { user, view } = await openNewCase('family');
    await screen.findByRole('heading', { level: 1 });
    const homes = section('Waar woont wie?');
    expect(homes.getByText(/Een geheim adres hoort niet in het plan/)).toBeVisible();
    await user.type(homes.getByRole('textbox', { name: 'Nieuw huis' }), 'Bij moeder');
    await user.click(homes.getByRole('button', { name: 'Huis toevoegen' }));
    const livesWith = await section('Kinderen').findByRole('combobox', { name: 'Woont bij' });
    await user.selectOptions(livesWith, 'Bij moeder');
    expect(await homes.findByText('Hier wonen: Noor')).toBeVisible();
    expect(view().children[0]!.household).toBe(view().households[0]!.id);
  });
});

describe('legal authority', () => {
  it('is unknown until someone looked it up, per caregiver and child', async () => {
    const { user, view } = await openNewCase('family');
    await screen.findByRole('heading', { level: 1 });
    expect(section('Wie heeft gezag?').getByText(/Voeg eerst een kind en een ouder/)).toBeVisible();
    await user.type(section('Ouders en verzorgers').getByRole('textbox', { name: 'Naam' }), 'Ewa{Enter}');
    const ewa = within(await section('Wie heeft gezag?').findByRole('radiogroup', { name: 'Ewa' }));
    expect(ewa.getByRole('radio', { name: 'Nog niet bekend' })).toBeChecked();
    expect(view().authorities).toEqual([]);
    expect(screen.queryByRole('combobox', { name: 'Hoe weten we dat?' })).not.toBeInTheDocument();

    await user.click(ewa.getByRole('radio', { name: 'Heeft gezag' }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Hoe weten we dat?' }), 'Gezagsregister');
    await expect.poll(() => view().authorities.map(({ holds, source }) => [holds, source])).toEqual([['yes', 'register']]);
    expect(view().authorities[0]).toMatchObject({ caregiver: view().caregivers[0]!.id, child: view().children[0]!.id });
  });
});
