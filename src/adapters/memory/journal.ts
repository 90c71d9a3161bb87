import { isRemoval, StorageFailure, type Journal, type JournalMark, type StoredRecord } from '../../application/ports.ts';

/** What one record counts for in a mark. Any number above zero would do; nothing is written anywhere. */
const sizeOf = (record: StoredRecord) => 16 + record.key.length + record.bytes.length;

/** The journal of the trial and of tests: gone with the page. It keeps its content over close and open, as a disk does. */
export function createMemoryJournal(): Journal {
  let records: readonly StoredRecord[] = [];
  let isOpen = false;

  const requireOpen = () => {
    if (!isOpen) throw new StorageFailure('storageLost');
  };
  const markOf = (all: readonly StoredRecord[]): JournalMark => ({
    bytes: all.reduce((bytes, record) => bytes + sizeOf(record), 0),
    records: all.length,
  });

  return {
    open: async () => {
      isOpen = true;
      return { mark: markOf(records), cutBytes: 0 };
    },
    markAfter: (added) => markOf([...records, ...added]),
    append: async (added) => {
      requireOpen();
      records = [...records, ...added.map((record) => ({ ...record, bytes: record.bytes.slice() }))];
    },
    read: async (fromByte) => {
      requireOpen();
      let at = 0;
      const found = records.filter((record) => {
        at += sizeOf(record);
        return at > fromByte;
      });
      return { records: found.map((record) => ({ ...record, bytes: record.bytes.slice() })), damaged: 0 };
    },
    erase: async (prefixes) => {
      requireOpen();
      const newest = new Map(records.map((record) => [`${record.table} ${record.key}`, record]));
      records = [...newest.values()].filter((record) => !isRemoval(record) && !prefixes.some((prefix) => record.key.startsWith(prefix)));
    },
    close: async () => {
      isOpen = false;
    },
    wipe: async () => {
      records = [];
      isOpen = false;
    },
  };
}
