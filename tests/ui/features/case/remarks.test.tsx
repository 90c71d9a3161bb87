import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Application, OpenCase } from '../../../../src/application/application.ts';
import type { CaseView } from '../../../../src/core/plan/caseView.ts';
import type { EntityId, MemberId } from '../../../../src/core/shared/ids.ts';
import { valueOf } from '../../../support/cryptoFixtures.ts';
import { unconnected, withFakeCircle } from '../../../support/fakeCircle.ts';
import { findAxeViolations } from '../../../support/findAxeViolations.ts';
import { renderApp } from '../../../support/renderApp.tsx';

const region = (name: string) => within(screen.getByRole('region', { name }));

/** The device of this test is everybody's: here what was asked was asked on the phone of `asker`, so that another can answer it. */
function askedBy(asker: EntityId, open: OpenCase): OpenCase {
  const seen = new WeakMap<CaseView, CaseView>();
  const asTheirs = (view: CaseView): CaseView => {
    const remarks = view.remarks.map((one) => ({
      ...one,
      author: 'phone' as MemberId,
      by: asker,
      isOpen: !one.replies.some(({ outcome }) => outcome !== null),
    }));
    return { ...view, remarks };
  };
  const get = () => {
    const view = open.view.get();
    if (!seen.has(view)) seen.set(view, asTheirs(view));
    return seen.get(view)!;
  };
  return { ...open, view: { ...open.view, get } };
}

/** The example family: who holds the device can be another of them from one moment to the next. */
async function openExample(name: string, asker?: string) {
  const test = await withFakeCircle({ exampleFamily: true });
  test.fake.exchange.set({ ...unconnected, type: 'upToDate' });
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
  const { id } = view().people.find((one) => one.name === (asker ?? name))!;
  const openCase: Application['openCase'] = async (...asked) => {
    const opened = await test.application.openCase(...asked);
    return opened.ok && asker !== undefined ? { ...opened, value: askedBy(id, opened.value) } : opened;
  };
  const app = await renderApp({ test: { ...test, application: { ...test.application, openCase } }, path: `/cases/${caseId}` });
  await screen.findByRole('heading', { level: 1, name: /Voorbeeld/ });
  return { ...app, fake: test.fake, open, view, caseId, become: (other: string) => act(async () => await become(other)) };
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
    expect(await card.findByText('Mag oma mee?', { ignore: 'textarea' })).toBeVisible();
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

describe('asking to have one thing erased', () => {
  it('is said where it stands, and leads who answers "done" straight to erasing that very text', async () => {
    const { user, view, become, fake, caseId } = await openExample('Ewa', 'Ewa');
    const concern = view().concerns[0]!;
    const said = region('Wat is er over u gezegd?');
    await user.click(said.getByRole('button', { name: `Dit klopt niet: ${concern.text}` }));
    await user.click(said.getByRole('radio', { name: 'Ik wil het laten weghalen' }));
    await user.click(said.getByRole('button', { name: 'Doorgeven' }));
    expect(await said.findByText('Ik vroeg: haal dit weg')).toBeVisible();
    expect(said.getByText(/^U krijgt antwoord voor /)).toBeVisible();
    expect(view().remarks).toMatchObject([{ asks: 'erase', about: concern.id, text: '', isOpen: true }]);
    expect(await findAxeViolations()).toEqual([]);

    await become('Anouk Visser');
    const section = region('Vragen van het gezin');
    expect(section.getByText(`Het gaat over: “${concern.text}”`)).toBeVisible();
    await user.click(section.getByRole('radio', { name: 'Gedaan' }));
    await user.type(section.getByRole('textbox'), 'Het is weg');
    await user.click(section.getByRole('button', { name: 'Antwoord geven' }));
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Deze tekst overal wissen?' }));
    expect(dialog.getByText(concern.text)).toBeVisible();
    await user.click(await dialog.findByRole('button', { name: 'Ja, overal wissen' }));
    const asked = fake.asked.find(({ verb }) => verb === 'eraseEverywhere')!;
    expect(asked.values).toMatchObject([caseId, { entity: concern.id, field: 'text', earlier: true }, '']);
    expect((asked.values[1] as { readonly values: readonly unknown[] }).values).toHaveLength(1);
    // The circle of this test erases nothing: until it is gone the request stays in sight, with the day of the answer.
    expect(await section.findByText('Het antwoord was “Gedaan”, maar het staat er nog.')).toBeVisible();
    expect(section.getByText(/^Gedaan op /)).toBeVisible();
    expect(section.getByRole('button', { name: `Overal wissen: ${concern.text}` })).toBeVisible();

    await become('Ewa');
    expect(within(screen.getByText('Ik vroeg: haal dit weg').parentElement!).getByText(/^Antwoord van /)).toBeVisible();
  });

  it('is over once nothing of it stands there any more', async () => {
    const { open, view, become } = await openExample('Ewa', 'Ewa');
    const concern = view().concerns[0]!;
    await act(async () => void valueOf(await open.change({ type: 'request', asks: 'erase', about: concern.id, text: '' })));
    await become('Anouk Visser');
    const remark = view().remarks[0]!.id;
    await act(async () => void valueOf(await open.change({ type: 'answerRemark', remark, text: 'Gedaan', outcome: 'done' })));
    const section = region('Vragen van het gezin');
    expect(section.queryByText('Alle vragen zijn beantwoord.')).toBeNull();
    await act(async () => void valueOf(await open.change({ type: 'remove', entity: concern.id })));
    expect(await section.findByText('Alle vragen zijn beantwoord.')).toBeVisible();
  });

  it('a no to the plan and an action that does not work out stand on top of the case, with whose they are', async () => {
    const { open, view } = await openExample('Juf Lotte');
    const { me, actions, people } = view();
    const ewa = people.find(({ name }) => name === 'Ewa')!.id;
    const said = { by: ewa, recordedBy: me!.id, via: 'spoken' } as const;
    const { id: action, what } = actions.find(({ who }) => who.includes(ewa))!;
    const report = { type: 'reportAction', action, status: 'notDone', reason: 'De bus rijdt niet', newDate: null } as const;
    await act(async () => void valueOf(await open.change({ ...report, ...said })));
    await act(
      async () => void valueOf(await open.change({ type: 'answerPlan', ...said, reply: 'notAgreed', view: 'Te veel', conference: null })),
    );
    const alarm = (title: string) => within(screen.getByText(title).closest('li')!);
    expect(await screen.findByText('Het gezin is het niet helemaal eens')).toBeVisible();
    expect(alarm('Het gezin is het niet helemaal eens').getByText(/Ewa: Niet akkoord\./)).toBeVisible();
    expect(alarm('Het gezin is het niet helemaal eens').getByRole('link')).toHaveAttribute('href', expect.stringMatching(/#answers$/));
    expect(alarm('Een actie lukt het gezin niet').getByText(`Ewa: ${what}.`)).toBeVisible();
    expect(alarm('Een actie lukt het gezin niet').getByRole('link')).toHaveAttribute('href', expect.stringMatching(/#actions$/));
  });
});
