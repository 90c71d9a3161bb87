import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { exampleFor } from '../../support/exampleFor.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

/** The plan of one of the family, with an evaluation that is over when `isHeld`; Anouk wrote down what was said there. */
async function showPlanTo(name: string, isHeld = true) {
  const { test, caseId, open, reader } = await exampleFor(name);
  await open.whole();
  const view = () => open.view.get();
  const anouk = view().people.find((person) => person.name === 'Anouk Visser')!.id;
  const evaluation = view().evaluations.find(({ state }) => state !== 'finished')!.id;
  if (isHeld) {
    const set = (field: string, value: unknown) => ({ type: 'set', entity: evaluation, field, value }) as const;
    const said = { type: 'setExperience', evaluation, by: reader.id, recordedBy: anouk, via: 'spoken' } as const;
    valueOf(
      await open.change(
        { type: 'startEvaluation', evaluation },
        { ...said, grade: 8, words: 'Fijn dat oma er was' },
        set('decision', 'continue'),
        set('nextEvaluation', '2099-01-01' as CivilDate),
      ),
    );
    valueOf(await open.change({ type: 'finishEvaluation', evaluation }));
  }
  const app = await renderApp({ test, path: `/cases/${caseId}` });
  await screen.findByRole('heading', { level: 1, name: /^(Ons|Mijn) plan/ });
  return { ...app, caseId, evaluation, view, reader };
}

describe('how an evaluation was for the family', () => {
  it('is given by a parent in faces and words, beside what was written down for them', async () => {
    const { user, view, reader, evaluation, goTo, caseId } = await showPlanTo('Ewa');
    const card = within(screen.getByRole('region', { name: 'Hoe was het voor u?' }));
    expect(card.getByText('Anouk Visser schreef dit voor u op:')).toBeVisible();
    expect(card.getByText('Fijn dat oma er was')).toBeVisible();
    const faces = within(card.getByRole('radiogroup', { name: 'Welk gezicht past bij u?' }));
    expect(faces.getAllByRole('radio').filter((radio) => (radio as HTMLInputElement).checked)).toEqual([]);
    await user.click(faces.getByRole('radio', { name: 'Niet goed' }));
    await waitFor(() => expect(faces.getByRole('radio', { name: 'Niet goed' })).toBeChecked());
    await user.click(card.getByRole('button', { name: 'Iets erbij zeggen' }));
    await user.type(card.getByRole('textbox', { name: 'Wat wilt u erbij zeggen?' }), 'Te veel mensen');
    expect(await findAxeViolations()).toEqual([]);
    await user.click(card.getByRole('button', { name: 'Doorgeven' }));
    await card.findByRole('button', { name: 'Mijn woorden veranderen' });
    const mine = view().experiences.filter((one) => one.evaluation === evaluation && one.by === reader.id);
    expect(mine).toHaveLength(2);
    expect(mine).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ via: 'spoken', grade: 8, words: 'Fijn dat oma er was' }),
        expect.objectContaining({ via: 'own', recordedBy: null, grade: 4, words: 'Te veel mensen' }),
      ]),
    );
    await goTo(`/cases/${caseId}/evaluation/${evaluation}`);
    expect(await screen.findByText(/Te veel mensen/)).toBeVisible();
    expect(screen.getByText(/Fijn dat oma er was/)).toBeVisible();
  });

  it('can be changed later, starting from what stands there', async () => {
    const { user, view } = await showPlanTo('Milan');
    const card = within(screen.getByRole('region', { name: 'Hoe was het voor jou?' }));
    const say = async (button: string, words: string) => {
      await user.click(card.getByRole('button', { name: button }));
      await user.type(card.getByRole('textbox', { name: 'Wat wil je erbij zeggen?' }), words);
      await user.click(card.getByRole('button', { name: 'Doorgeven' }));
    };
    await say('Iets erbij zeggen', 'Saai');
    await card.findByRole('button', { name: 'Mijn woorden veranderen' });
    await say('Mijn woorden veranderen', ', maar kort');
    expect(await card.findByText('Saai, maar kort', { ignore: 'textarea' })).toBeVisible();
    expect(view().experiences.filter(({ via, words }) => via === 'own' && words !== '')).toMatchObject([{ words: 'Saai, maar kort' }]);
  });

  it('is not asked before an evaluation was held', async () => {
    await showPlanTo('Ewa', false);
    expect(screen.queryByRole('region', { name: 'Hoe was het voor u?' })).toBeNull();
  });
});
