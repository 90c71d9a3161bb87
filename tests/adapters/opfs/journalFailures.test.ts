import { describe, expect, it } from 'vitest';
import { encodeHeader, HEADER_BYTES } from '../../../src/adapters/opfs/journalFormat.ts';
import { crc32 } from '../../../src/adapters/opfs/crc32.ts';
import type { StoredRecord } from '../../../src/application/ports.ts';
import { createFakeFiles } from '../../support/fakeFiles.ts';
import { createJournalOnFakeFiles } from '../../support/journalOnFakeFiles.ts';

const envelope = (key: string, length: number): StoredRecord => ({ table: 'envelope', key, bytes: new Uint8Array(length).fill(7) });

describe('a full disk', () => {
  it('says so, leaves what was there, and takes the same again once there is room', async () => {
    const files = createFakeFiles();
    const journal = createJournalOnFakeFiles(files);
    await journal.open();
    await journal.append([envelope('a/1', 10)]);
    const mark = journal.markAfter([]);
    files.capacity = 100;
    await expect(journal.append([envelope('a/2', 100)])).rejects.toMatchObject({ problem: 'diskFull' });
    expect(journal.markAfter([])).toEqual(mark);
    files.capacity = 1_000;
    await journal.append([envelope('a/2', 100)]);
    await journal.open();
    expect((await journal.read(0)).records.map(({ key }) => key)).toEqual(['a/1', 'a/2']);
  });

  it('an erasure that finds no room leaves the journal as it was', async () => {
    const files = createFakeFiles();
    const journal = createJournalOnFakeFiles(files);
    await journal.open();
    await journal.append([envelope('a/1', 10), envelope('b/1', 100)]);
    files.capacity = 250;
    await expect(journal.erase(['a/'])).rejects.toMatchObject({ problem: 'diskFull' });
    expect((await journal.read(0)).records).toHaveLength(2);
    await journal.append([envelope('c/1', 1)]);
    await journal.open();
    expect((await journal.read(0)).records).toHaveLength(3);
  });
});

it('a flush that fails is no acknowledgement, and what it wrote is gone before the next append', async () => {
  const files = createFakeFiles();
  const journal = createJournalOnFakeFiles(files);
  await journal.open();
  files.failFlushes(1);
  await expect(journal.append([envelope('a/1', 50)])).rejects.toMatchObject({ problem: 'storageLost' });
  await journal.append([envelope('a/2', 1)]);
  await journal.open();
  expect((await journal.read(0)).records.map(({ key }) => key)).toEqual(['a/2']);
});

it('a failed write that cannot be undone stops the journal until it is opened again', async () => {
  const files = createFakeFiles();
  const journal = createJournalOnFakeFiles(files);
  await journal.open();
  await journal.append([envelope('a/1', 1)]);
  files.failFlushes(2);
  await expect(journal.append([envelope('a/2', 50)])).rejects.toMatchObject({ problem: 'storageLost' });
  await expect(journal.append([envelope('a/3', 1)])).rejects.toMatchObject({ problem: 'storageLost' });
  await journal.open();
  await journal.append([envelope('a/3', 1)]);
  expect((await journal.read(0)).records.map(({ key }) => key)).toEqual(['a/1', 'a/3']);
});

it('a journal of a newer version is left alone', async () => {
  const header = encodeHeader({ generation: 1, salt: new Uint8Array(16) });
  const view = new DataView(header.buffer);
  view.setUint32(4, 2, true);
  view.setUint32(HEADER_BYTES - 4, crc32(header.subarray(0, HEADER_BYTES - 4)), true);
  const files = createFakeFiles([header, new Uint8Array(0)]);
  await expect(createJournalOnFakeFiles(files).open()).rejects.toMatchObject({ problem: 'storageLost' });
  expect(files.contents()[0]).toEqual(header);
});

it('the checksum is the usual CRC-32', () => {
  const bytes = new TextEncoder().encode('123456789');
  expect(crc32(bytes)).toBe(0xcbf43926);
  expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
});
