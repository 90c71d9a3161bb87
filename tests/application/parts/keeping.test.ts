import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import { createTestApplication, createTestDevice, PASSPHRASE } from '../../support/createTestApplication.ts';
import { must } from '../../support/exchangeStory.ts';

const entry = { type: 'add', kind: 'entry', fields: { text: 'Woont bij haar zus.', on: '2026-09-08' as CivilDate } } as const;

async function withPart() {
  const test = await createTestApplication({ unlocked: true });
  const { application } = test;
  const caseId = must(await application.createCase({ name: 'Familie', children: [] }));
  const doc = must(await application.circle.addDocument(caseId, 'part', { title: 'Adres' }));
  const part = must(await application.parts.open(caseId, doc));
  must(await part.change(entry));
  part.close();
  return { ...test, caseId, doc };
}

describe('a part, like the plan', () => {
  it('is in a backup and comes back with it, readable', async () => {
    const { application, clock, caseId, doc } = await withPart();
    const { file } = must(await application.makeBackup());
    const other = await createTestApplication({ device: createTestDevice({ clock }) });
    must(await other.application.restoreBackup(file, { passphrase: PASSPHRASE }));
    const { view } = must(await other.application.parts.open(caseId, doc));
    expect(view.get()).toMatchObject({ heading: { title: 'Adres' }, entries: [{ text: 'Woont bij haar zus.' }] });
  });

  it('leaves this device with its case: not a row stays', async () => {
    const { application, device, caseId, doc } = await withPart();
    must(await application.removeCase(caseId));
    for (const table of ['document', 'roster', 'envelope', 'outbox'] as const) expect(await device.database.list(table, doc)).toEqual([]);
    expect(await application.parts.open(caseId, doc)).toMatchObject({ error: { type: 'UnknownPart' } });
  });
});
