import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, type CivilDate } from '../../../src/core/shared/civilDate.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { renderApp } from '../../support/renderApp.tsx';

/** A case with one child who has a birthday in ten days and becomes this age. */
async function showChildBecoming(age: number) {
  const app = await renderApp({ unlocked: true });
  const today = app.clock.today() as CivilDate;
  const child = { name: 'Milan', school: '', schoolGroup: '', edexmlKey: '', brin: '' };
  const birthDate = addMonths(addDays(today, 10), -12 * age);
  const caseId = valueOf(await act(() => app.application.createCase({ name: 'Verzonnen', children: [{ ...child, birthDate }] })));
  await app.goTo(`/cases/${caseId}`);
  await screen.findByRole('heading', { level: 1 });
}

describe('what is coming on the page of a case', () => {
  it('says who, when, what to do and where the rule comes from', async () => {
    await showChildBecoming(16);
    const coming = screen.getByRole('region', { name: 'Wat eraan komt' });
    const own = within(coming).getByRole('heading', { level: 3, name: 'Milan wordt 16 en beslist zelf over jeugdhulp' }).parentElement!;
    expect(own).toHaveTextContent('over 10 dagen');
    expect(own).toHaveTextContent('Vraag vanaf dan de jongere wie mag meelezen.');
    expect(own).toHaveTextContent('Bron: Jeugdwet, artikelen 7.3.4 en 7.3.5. Geldt sinds 1 januari 2015');
    expect(own).toHaveTextContent('Vraag het je functionaris gegevensbescherming.');
  });

  it('is not there when nothing comes', async () => {
    await showChildBecoming(9);
    expect(screen.queryByRole('region', { name: 'Wat eraan komt' })).toBeNull();
  });
});
