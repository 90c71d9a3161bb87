import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Application, PresentPerson } from '../../../src/application/application.ts';
import { createStore } from '../../../src/application/store.ts';
import type { EntityId, MemberId } from '../../../src/core/shared/ids.ts';
import { createTestApplication } from '../../support/createTestApplication.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

const FAMILY = 'family' as EntityId;
const typing = (change: Partial<PresentPerson> = {}): PresentPerson => ({
  member: 'lid-karim' as MemberId,
  colleague: true,
  entity: FAMILY,
  field: 'name',
  ...change,
});

/** The people of a family, with others who type as the test says. */
async function setup() {
  const test = await createTestApplication({ exampleFamily: true });
  const presence = createStore<readonly PresentPerson[]>([]);
  const noteTyping = vi.fn();
  const openCase: Application['openCase'] = async (...asked) => {
    const opened = await test.application.openCase(...asked);
    return opened.ok ? { ok: true, value: { ...opened.value, presence, noteTyping } } : opened;
  };
  const { caseId } = test.application.caseload.get().cases[0]!;
  const app = await renderApp({ test: { ...test, application: { ...test.application, openCase } }, path: `/cases/${caseId}/family` });
  const field = await screen.findByRole('textbox', { name: 'Naam van het gezin' });
  return { ...app, noteTyping, field, show: (...people: PresentPerson[]) => act(() => presence.set(people)) };
}

describe('somebody else types', () => {
  it('is said in one calm line at that very field, without a name, and gone when they stopped', async () => {
    const { field, show } = await setup();
    expect(screen.queryByText(/typt hier/)).not.toBeInTheDocument();
    show(typing());
    const line = await screen.findByText('Een collega typt hier');
    expect(line).toBeVisible();
    expect(field.closest('div')).toContainElement(line);
    expect(line.closest('[aria-live], [role=status], [role=alert]')).toBeNull();
    expect(await findAxeViolations()).toEqual([]);
    show(typing(), typing({ member: 'lid-moeder' as MemberId, colleague: false }));
    await screen.findByText('Iemand anders typt hier');
    expect(screen.getAllByText(/typt hier/)).toHaveLength(1);
    show(typing({ field: 'ergensAnders' }));
    await waitFor(() => expect(screen.queryByText(/typt hier/)).not.toBeInTheDocument());
  });

  it('is told to others from the first key on', async () => {
    const { user, field, noteTyping } = await setup();
    await user.click(field);
    expect(noteTyping).not.toHaveBeenCalled();
    await user.keyboard('s');
    expect(noteTyping).toHaveBeenCalledWith(FAMILY, 'name');
    await waitFor(() => expect(screen.getAllByText('Opgeslagen op dit apparaat').length).toBeGreaterThan(1));
  });
});
