import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { CivilDate } from '../../../../src/core/shared/civilDate.ts';
import { openNewCase } from './openNewCase.tsx';

it('lists what is coming and the last few conferences, and earlier ones when asked', async () => {
  const { user } = await openNewCase('', async ({ change, view }) => {
    for (const day of ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26', '2026-02-02', '2099-12-01'])
      await change({ type: 'add', kind: 'conference', fields: { day: day as CivilDate } });
    for (const { id } of view.get().conferences.slice(0, 5)) await change({ type: 'cancelConference', conference: id, reason: 'Ziek' });
  });
  const meetings = await screen.findByRole('region', { name: 'Overleg en evaluatie' });
  const days = () =>
    within(meetings)
      .getAllByRole('listitem')
      .map(({ textContent }) => /\d+ \w+ \d{4}/.exec(textContent)?.[0]);
  await waitFor(() => expect(days()).toEqual(['19 januari 2026', '26 januari 2026', '2 februari 2026', '1 december 2099']));
  await user.click(within(meetings).getByRole('button', { name: '2 eerdere overleggen tonen' }));
  expect(days()).toHaveLength(6);
  await user.click(within(meetings).getByRole('button', { name: 'Eerdere overleggen verbergen' }));
  expect(days()).toHaveLength(4);
});
