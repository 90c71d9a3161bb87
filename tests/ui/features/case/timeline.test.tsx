import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Application } from '../../../../src/application/application.ts';
import type { EntityId } from '../../../../src/core/shared/ids.ts';
import { createTestApplication } from '../../../support/createTestApplication.ts';
import { renderApp } from '../../../support/renderApp.tsx';
import { openNewCase } from './openNewCase.tsx';

const FAMILY = 'family' as EntityId;

describe('what changed', () => {
  it('is told in words, with who did it, newest first', async () => {
    await openNewCase('timeline', async (openCase) => {
      const [child] = openCase.view.get().children;
      await openCase.change({ type: 'set', entity: child!.id, field: 'schoolGroup', value: 'groep 5' });
      await openCase.change({ type: 'set', entity: FAMILY, field: 'familyDecision', value: 'thinking' });
      await openCase.change({ type: 'add', kind: 'goal', fields: { statement: 'Rustige ochtend' } });
      await openCase.change({ type: 'remove', entity: openCase.view.get().goals[0]!.id });
    });
    const removed = await screen.findByText('Anouk Visser haalde een doel weg: Rustige ochtend');
    const added = screen.getByText('Anouk Visser voegde een doel toe: Rustige ochtend');
    expect(removed.compareDocumentPosition(added)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.getByText('Anouk Visser veranderde een persoon: Noor')).toBeVisible();
    expect(screen.getByText('Groep of klas: groep 5')).toBeVisible();
    expect(screen.getByText('Wat koos het gezin? Denkt er nog over na')).toBeVisible();
    expect(screen.getByText('Anouk Visser begon deze casus.')).toBeVisible();
  });

  it('tells typing in one field once, as it was left', async () => {
    await openNewCase('timeline', async (openCase) => {
      for (const value of ['Rust', 'Rust thuis', 'Rust thuis en op school'])
        await openCase.change({ type: 'set', entity: FAMILY, field: 'questionFamily', value });
    });
    expect(await screen.findByText('Wat wil het gezin? Rust thuis en op school')).toBeVisible();
    expect(screen.queryByText('Wat wil het gezin? Rust thuis')).not.toBeInTheDocument();
  });

  it('shows only what is asked for', async () => {
    const { user } = await openNewCase('timeline', async (openCase) => {
      await openCase.change({ type: 'add', kind: 'goal', fields: { statement: 'Rustige ochtend' } });
    });
    await screen.findByText(/een doel toe/);
    await user.click(screen.getByRole('radio', { name: 'Doelen en acties' }));
    expect(screen.getAllByRole('listitem').filter(({ textContent }) => textContent.includes('Anouk Visser'))).toHaveLength(1);
    await user.click(screen.getByRole('radio', { name: 'Regie en rollen' }));
    expect(screen.getByText('Hier is nog niets veranderd.')).toBeVisible();
  });

  it('tells what did not count and what a newer version wrote, marked as that', async () => {
    const test = await createTestApplication({ exampleFamily: true });
    const { caseId } = test.application.caseload.get().cases[0]!;
    const { application } = test;
    const openCase: Application['openCase'] = async (...asked) => {
      const opened = await application.openCase(...asked);
      if (!opened.ok) return opened;
      const [goal] = opened.value.view.get().goals;
      const history = async () => {
        const [newest] = await opened.value.history();
        const entry = { ...newest!, id: null, value: null };
        return [
          { ...entry, change: 'refused', entity: goal!.id, field: 'statement' },
          { ...entry, change: 'unknown', entity: 'drawing.1' as EntityId, field: 'line' },
        ] as const;
      };
      return { ...opened, value: { ...opened.value, history } };
    };
    await renderApp({ test: { ...test, application: { ...application, openCase } }, path: `/cases/${caseId}/timeline` });
    const refused = await screen.findByText(/wilde een doel veranderen: .+ Dat mocht niet en telt niet\.$/);
    const unknown = screen.getByText(/veranderde iets met een nieuwere versie. Dit apparaat kan het nog niet lezen\.$/);
    for (const sentence of [refused, unknown]) expect(sentence.textContent).toMatch(/^\p{Lu}/u);
    expect(within(refused.closest('li')!).getByText('Telt niet')).toBeVisible();
    expect(within(unknown.closest('li')!).getByText('Nieuwere versie')).toBeVisible();
  });

  it('of a whole conference has no word of the program in it', async () => {
    const app = await renderApp({ exampleFamily: true });
    const { caseId } = app.application.caseload.get().cases[0]!;
    await app.goTo(`/cases/${caseId}/timeline`);
    expect(await screen.findByText('Ewa antwoordde op het plan: akkoord')).toBeVisible();
    expect(screen.getByText(/nam de regie aan/)).toBeVisible();
    expect(screen.getByText('Bart over “Voetbal blijft”: gedaan')).toBeVisible();
    const said = screen.getByRole('main').textContent;
    expect(said).not.toMatch(/case\.|terms\.|undefined|\bnull\b|\[object|person\./);
  });
});
