import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { StorageFailure } from '../../../src/application/ports.ts';
import { createTestApplication, createTestDevice } from '../../support/createTestApplication.ts';
import { renderApp } from '../../support/renderApp.tsx';

/** The people of a family, on a device whose disk can be full. */
async function setup() {
  const device = createTestDevice();
  const disk = { full: false, tries: 0 };
  const put: typeof device.database.put = (records, mark) => {
    disk.tries += 1;
    return disk.full ? Promise.reject(new StorageFailure('diskFull')) : device.database.put(records, mark);
  };
  const test = await createTestApplication({ device: { ...device, database: { ...device.database, put } }, exampleFamily: true });
  const { caseId } = test.application.caseload.get().cases[0]!;
  const app = await renderApp({ test, path: `/cases/${caseId}/family` });
  const field = await screen.findByRole('textbox', { name: 'Naam van het gezin' });
  return { ...app, disk, field };
}

describe('a field that could not be saved', () => {
  it('keeps its text, tries again when asked, and says it when it is saved', async () => {
    const { user, disk, field } = await setup();
    disk.full = true;
    await user.clear(field);
    await user.type(field, 'Bergman');
    await user.tab();
    const alert = await within(field.parentElement!).findByRole('alert');
    expect(alert).toHaveTextContent('Niet bewaard');
    const retry = within(alert).getByRole('button', { name: 'Opnieuw proberen' });

    const before = disk.tries;
    await user.click(retry);
    await waitFor(() => expect(disk.tries).toBeGreaterThan(before));
    expect(alert).toBeInTheDocument();
    expect(field).toHaveValue('Bergman');

    disk.full = false;
    await user.click(within(field.parentElement!).getByRole('button', { name: 'Opnieuw proberen' }));
    await waitFor(() => expect(within(field.parentElement!).queryByRole('alert')).not.toBeInTheDocument());
    expect(within(field.parentElement!).getByText('Opgeslagen op dit apparaat')).toBeVisible();
    expect(field).toHaveValue('Bergman');
  });
});
