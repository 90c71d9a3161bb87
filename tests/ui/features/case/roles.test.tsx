import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createTestApplication, PASSPHRASE } from '../../../support/createTestApplication.ts';
import { settle } from '../../../support/fakeClock.ts';
import { openNewCase } from './openNewCase.tsx';

const section = (name: string) => within(screen.getByRole('region', { name }));

describe('regie and roles on the case', () => {
  it('count once someone said yes, and say who wrote it down', async () => {
    const { user, view } = await openNewCase('', async (openCase) => {
      const added = await openCase.change({ type: 'add', kind: 'person', fields: { name: 'Ewa', part: 'caregiver' } });
      const [ewa] = added.ok ? added.value.added : [];
      await openCase.change({ type: 'add', kind: 'role', fields: { name: 'Contact met school', person: ewa!, origin: 'taken' } });
    });
    await screen.findByRole('heading', { level: 1, name: 'Gezin Berg' });
    const roles = section('Regie en rollen');
    await user.click(roles.getByRole('button', { name: 'Als regisseur vragen' }));
    expect(roles.getByRole('alert')).toHaveTextContent('Kies eerst iemand.');
    await user.click(roles.getByRole('button', { name: 'Ewa zegt ja: Contact met school' }));
    expect(await roles.findByText('Aangenomen')).toBeVisible();
    expect(view().roles[0]).toMatchObject({ acceptedVia: 'spoken', acceptedRecordedBy: view().me!.id });

    await user.selectOptions(roles.getByRole('combobox', { name: 'Wie vragen we?' }), 'Anouk Visser');
    await user.click(roles.getByRole('button', { name: 'Als regisseur vragen' }));
    await user.click(await roles.findByRole('button', { name: 'Ik neem de regie aan' }));
    expect(await roles.findByRole('heading', { name: 'Regisseur: Anouk Visser' })).toBeVisible();
    expect(view().coordinator?.acceptedVia).toBe('own');
  });

  it('let people choose when two accepted apart', async () => {
    const { user, view } = await openNewCase('', async (openCase, { device }) => {
      const add = (name: string) => ({ type: 'add', kind: 'person', fields: { name, part: 'caregiver' } }) as const;
      const added = await openCase.change(add('Ewa'), add('Bart'));
      for (const person of added.ok ? added.value.added : [])
        await openCase.change({ type: 'proposeCoordinator', person, proposedBy: null });
      const other = await createTestApplication({ device });
      await other.application.unlock(PASSPHRASE);
      const opened = await other.application.openCase(openCase.caseId);
      if (!opened.ok) throw new Error(opened.error.type);
      const { coordinatorTurns, me } = openCase.view.get();
      const accept = (at: number) =>
        ({
          type: 'acceptCoordinator',
          turn: coordinatorTurns[at]!.id,
          via: 'spoken',
          recordedBy: me!.id,
          cover: null,
          reachability: '',
        }) as const;
      await Promise.all([openCase.change(accept(0)), opened.value.change(accept(1))]);
      await settle();
    });
    await screen.findByRole('heading', { level: 1, name: 'Gezin Berg' });
    const roles = section('Regie en rollen');
    expect(roles.getByText(/Twee regisseurs: kies samen/)).toBeVisible();
    await user.click(roles.getByRole('button', { name: 'Bart blijft regisseur' }));
    await expect.poll(() => roles.queryByText(/Twee regisseurs/)).toBeNull();
    expect(view().people.find(({ id }) => id === view().coordinator?.person)?.name).toBe('Bart');
    expect(roles.getByText('Eerdere regisseurs (1)')).toBeVisible();
  });
});

describe('goals on the case', () => {
  it('have every step of the ladder, and an order that the family sets', async () => {
    const { user, view } = await openNewCase('', async (openCase) => {
      await openCase.change({ type: 'add', kind: 'goal', fields: { statement: 'Eerste doel' } });
      await openCase.change({ type: 'add', kind: 'goal', fields: { statement: 'Tweede doel' } });
    });
    await user.click(await screen.findByRole('button', { name: 'Doel wijzigen: Tweede doel' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Doel wijzigen' }));
    await user.click(dialog.getByText('Meer stappen op de ladder'));
    await user.type(dialog.getByRole('textbox', { name: 'Wat is meer dan genoeg?' }), 'Elke dag rustig');
    await user.click(dialog.getByRole('button', { name: 'Eerder in de lijst' }));
    await expect.poll(() => view().goals.map(({ statement }) => statement)).toEqual(['Tweede doel', 'Eerste doel']);
    await user.click(dialog.getByRole('checkbox', { name: 'Eerste doel' }));
    await expect.poll(() => view().goals[0]!.reinforces.length).toBe(1);
    expect(view().goals[0]!.levelPlus1).toBe('Elke dag rustig');
  });
});
