import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OpenCase } from '../../../../src/application/application.ts';
import type { EntityId } from '../../../../src/core/shared/ids.ts';
import { valueOf } from '../../../support/cryptoFixtures.ts';
import { createTestApplication } from '../../../support/createTestApplication.ts';
import { findAxeViolations } from '../../../support/findAxeViolations.ts';
import { renderApp } from '../../../support/renderApp.tsx';

const region = (name: string) => within(screen.getByRole('region', { name }));

/** The example family: who holds the device can be another of them from one moment to the next. */
async function openExample(name: string) {
  const test = await createTestApplication({ exampleFamily: true });
  const { caseId } = test.application.caseload.get().cases[0]!;
  const open: OpenCase = valueOf(await test.application.openCase(caseId));
  await open.whole();
  const view = () => open.view.get();
  const become = async (other: string) => {
    const { people, me } = view();
    const set = (entity: EntityId, value: string) => ({ type: 'set', entity, field: 'member', value }) as const;
    const person = people.find((one) => one.name === other)!;
    if (me!.id !== person.id) valueOf(await open.change(set(person.id, me!.member), set(me!.id, '')));
  };
  await become(name);
  const app = await renderApp({ test, path: `/cases/${caseId}` });
  await screen.findByRole('heading', { level: 1, name: /Voorbeeld/ });
  return { ...app, open, view, caseId, become: (other: string) => act(async () => await become(other)) };
}

describe('asking and saying that something is not right', () => {
  it('goes from the family to the team', async () => {
    const { user, view } = await openExample('Ewa');
    const card = region('Heeft u een vraag?');
    await user.click(card.getByRole('button', { name: 'Ik heb een vraag' }));
    await user.click(card.getByRole('button', { name: 'Vraag versturen' }));
    expect(card.getByRole('alert')).toHaveTextContent('Schrijf eerst uw vraag op.');
    await user.type(card.getByRole('textbox', { name: 'Wat wilt u vragen?' }), 'Mag oma mee?');
    await user.click(card.getByRole('button', { name: 'Vraag versturen' }));
    expect(await card.findByText('Mag oma mee?')).toBeVisible();
    expect(card.getByText('Wacht op antwoord')).toBeVisible();
    const concern = view().concerns[0]!;
    const said = region('Wat is er over u gezegd?');
    await user.click(said.getByRole('button', { name: `Dit klopt niet: ${concern.text}` }));
    await user.click(said.getByRole('button', { name: 'Doorgeven' }));
    expect(await said.findByText('Ik zei: dit klopt niet')).toBeVisible();
    expect(said.queryByRole('button', { name: `Dit klopt niet: ${concern.text}` })).toBeNull();
    expect(view().remarks).toMatchObject([
      { kind: 'question', text: 'Mag oma mee?', isOpen: true },
      { kind: 'notRight', about: concern.id, text: '', isOpen: true },
    ]);
    expect(view().alarms).toContainEqual({ type: 'RemarksOpen', count: 2, days: 0 });
    expect(await findAxeViolations()).toEqual([]);
  });

  it('is answered by the team in the case', async () => {
    const { user, open, view, become } = await openExample('Ewa');
    const { goals } = view();
    await act(async () => {
      valueOf(
        await open.change(
          { type: 'remark', kind: 'question', about: null, text: 'Mag oma mee?' },
          { type: 'remark', kind: 'notRight', about: goals[0]!.id, text: '' },
        ),
      );
    });
    await become('Anouk Visser');
    const { me } = view();
    const section = region('Vragen van het gezin');
    expect(screen.getByText('2 vragen van het gezin')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Naar de vragen' })).toHaveAttribute('href', expect.stringContaining('#remarks'));
    expect(section.getByText(`Het gaat over: “${goals[0]!.statement}”`)).toBeVisible();
    const [first] = section.getAllByRole('button', { name: 'Antwoord geven' });
    await user.click(first!);
    expect(section.getByRole('alert')).toHaveTextContent('Schrijf eerst een antwoord.');
    await user.type(section.getAllByRole('textbox')[0]!, 'Ja, graag');
    await user.click(first!);
    expect(await section.findByText(/Ja, graag/)).toBeVisible();
    expect(view().remarks[0]!.replies).toMatchObject([{ text: 'Ja, graag', by: me!.id }]);
    expect(await findAxeViolations()).toEqual([]);
  });
});
