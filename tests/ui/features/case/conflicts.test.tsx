import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Application, OpenCase } from '../../../../src/application/application.ts';
import type { CaseId, EntityId } from '../../../../src/core/shared/ids.ts';
import { createTestApplication, createTestDevice, PASSPHRASE } from '../../../support/createTestApplication.ts';
import { settle } from '../../../support/fakeClock.ts';
import { renderApp } from '../../../support/renderApp.tsx';

const FAMILY = 'family' as EntityId;

async function open(application: Application, caseId: CaseId): Promise<OpenCase> {
  const opened = await application.openCase(caseId);
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

/** Two tabs with the same case; what `disagree` does in both stands side by side. */
async function setup(disagree: (first: OpenCase, second: OpenCase) => Promise<unknown>) {
  const device = createTestDevice();
  const test = await createTestApplication({ device, unlocked: true });
  const other = await createTestApplication({ device });
  const made = await test.application.createCase({ name: 'Berg', children: [] });
  if (!made.ok) throw new Error(made.error.type);
  await other.application.unlock(PASSPHRASE);
  const [first, second] = [await open(test.application, made.value), await open(other.application, made.value)];
  await disagree(first, second);
  await settle();
  const app = await renderApp({ test, path: `/cases/${made.value}/conflicts` });
  return { ...app, caseId: made.value, view: () => first.view.get() };
}

const bothSet = (field: string, one: string, another: string) => async (first: OpenCase, second: OpenCase) => {
  const basis = first.basisOf(FAMILY, field);
  await Promise.all([
    first.change({ type: 'set', entity: FAMILY, field, value: one, basis }),
    second.change({ type: 'set', entity: FAMILY, field, value: another, basis }),
  ]);
};

describe('two answers in one place', () => {
  it('are shown with who wrote them, and one is chosen', async () => {
    const { user, view } = await setup(bothSet('familyDecision', 'joins', 'thinking'));
    const place = within(await screen.findByRole('region', { name: 'Wat koos het gezin?' }));
    expect(place.getByText('Doet mee')).toBeVisible();
    expect(place.getAllByText(/Anouk Visser, /)).toHaveLength(2);
    await user.click(place.getByRole('button', { name: 'Dit kiezen: Denkt er nog over na' }));
    expect(await screen.findByText('Alles is gekozen')).toBeVisible();
    expect([view().family.familyDecision, view().conflicts]).toEqual(['thinking', []]);
  });

  it('are put together when they are texts, and nothing is lost', async () => {
    const { user, view } = await setup(bothSet('questionSchool', 'van de ene', 'van de andere'));
    await user.click(await screen.findByRole('button', { name: 'Beide samenvoegen' }));
    const both = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Samengevoegd' }).value;
    expect(both.split('\n').toSorted()).toEqual(['van de andere', 'van de ene']);
    await user.click(screen.getByRole('button', { name: 'Zo bewaren' }));
    expect(await screen.findByText('Alles is gekozen')).toBeVisible();
    expect(view().family.questionSchool).toBe(both);
  });
});

it('keeps what one removed while another wrote in it, until someone says which', async () => {
  const { user, view, goTo, caseId } = await setup(async (first, second) => {
    await first.change({ type: 'add', kind: 'agreement', fields: { text: 'Na drie uur bellen' } });
    await settle();
    const entity = first.view.get().agreements[0]!.id;
    const basis = second.basisOf(entity, 'text');
    await Promise.all([
      first.change({ type: 'remove', entity }),
      second.change({ type: 'set', entity, field: 'text', value: 'Na vier uur bellen', basis }),
    ]);
  });
  const place = within(await screen.findByRole('region', { name: 'Bij een afspraak: Na vier uur bellen' }));
  expect(place.getByText(/De een haalde dit weg/)).toBeVisible();
  await goTo(`/cases/${caseId}`);
  expect(await screen.findByText('1 ding is weggehaald terwijl iemand erin schreef')).toBeVisible();
  await goTo(`/cases/${caseId}/conflicts`);
  await user.click(await screen.findByRole('button', { name: 'Laten staan: Na vier uur bellen' }));
  expect(await screen.findByText('Alles is gekozen')).toBeVisible();
  expect(view().agreements.map(({ text, editedAfterDeletion }) => [text, editedAfterDeletion])).toEqual([['Na vier uur bellen', false]]);
});

it('says so when there is nothing to choose', async () => {
  await setup(async () => {});
  expect(await screen.findByText('Er staan nergens twee antwoorden naast elkaar.')).toBeVisible();
});
