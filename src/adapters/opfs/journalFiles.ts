import { isRemoval, StorageFailure, type JournalMark, type StoredRecord } from '../../application/ports.ts';
import {
  decodeBody,
  decodeHeader,
  encodeFrame,
  encodeHeader,
  frameLength,
  HEADER_BYTES,
  scanFrames,
  type JournalHeader,
} from './journalFormat.ts';

/** What is needed of a FileSystemSyncAccessHandle. */
export interface JournalFile {
  readonly getSize: () => number;
  readonly read: (into: Uint8Array<ArrayBuffer>, options: { readonly at: number }) => number;
  /** May write less than asked when the disk is full. */
  readonly write: (bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }) => number;
  readonly truncate: (size: number) => void;
  readonly flush: () => void;
  readonly close: () => void;
}

export interface JournalFiles {
  readonly mark: () => JournalMark;
  /** Bytes of a write that a crash cut short, removed at opening. */
  readonly cutBytes: number;
  readonly append: (records: readonly StoredRecord[]) => JournalMark;
  readonly read: (fromByte: number) => { readonly records: readonly StoredRecord[]; readonly damaged: number };
  readonly erase: (prefixes: readonly string[]) => JournalMark;
  readonly close: () => void;
}

/**
 * The journal over two files, of which the one with a sound header and the highest generation counts. A new one is written whole
 * before its header, so a crash at any byte leaves either the old or the new journal, and opening clears the other.
 */
export function openJournalFiles(pair: readonly [JournalFile, JournalFile], makeSalt: () => Uint8Array): JournalFiles {
  let { file, spare, header } = chooseFile(pair) ?? startAnew(pair, makeSalt());
  clear(spare);
  const scan = scanFrames(readFrom(file, 0), HEADER_BYTES, header.salt);
  const cutBytes = file.getSize() - scan.end;
  let mark: JournalMark = { bytes: scan.end, records: scan.records };
  if (cutBytes > 0) cutTo(file, scan.end);
  /** A failed write whose traces could not be removed: nothing may follow it, or a later start would read the wrong bytes. */
  let isStuck = false;

  /** All of it or none: what a failure leaves behind is undone at once. */
  const attempt = (write: () => void, undo: () => void) => {
    if (isStuck) throw new StorageFailure('storageLost');
    try {
      write();
    } catch (error) {
      isStuck = true;
      undo();
      isStuck = false;
      throw error;
    }
  };

  return {
    mark: () => mark,
    cutBytes,
    append: (records) => {
      if (records.length === 0) return mark;
      attempt(
        () => {
          writeAll(file, encodeFrame(records, header.salt), mark.bytes);
          file.flush();
        },
        () => cutTo(file, mark.bytes),
      );
      mark = { bytes: mark.bytes + frameLength(records), records: mark.records + records.length };
      return mark;
    },
    read: (fromByte) => {
      const start = Math.max(fromByte, HEADER_BYTES);
      const { bodies, damaged } = scanFrames(readFrom(file, start), 0, header.salt);
      return { records: bodies.flatMap(decodeBody), damaged };
    },
    erase: (prefixes) => {
      const { bodies } = scanFrames(readFrom(file, 0), HEADER_BYTES, header.salt);
      const kept = withoutErased(bodies.flatMap(decodeBody), prefixes);
      const next = { generation: header.generation + 1, salt: makeSalt() };
      attempt(
        () => writeJournal(spare, next, kept),
        () => clear(spare),
      );
      [file, spare, header] = [spare, file, next];
      mark = { bytes: file.getSize(), records: kept.length };
      clear(spare);
      return mark;
    },
    close: () => pair.forEach((each) => each.close()),
  };
}

interface Chosen {
  readonly file: JournalFile;
  readonly spare: JournalFile;
  readonly header: JournalHeader;
}

function chooseFile([first, second]: readonly [JournalFile, JournalFile]): Chosen | undefined {
  const candidates = [
    { file: first, spare: second, header: decodeHeader(readFrom(first, 0, HEADER_BYTES)) },
    { file: second, spare: first, header: decodeHeader(readFrom(second, 0, HEADER_BYTES)) },
  ];
  if (candidates.some(({ header }) => header === 'newer'))
    throw new StorageFailure('storageLost', { cause: new Error('journal of a newer version') });
  return candidates
    .filter((each): each is Chosen => each.header !== undefined)
    .sort((a, b) => b.header.generation - a.header.generation)[0];
}

function startAnew([file, spare]: readonly [JournalFile, JournalFile], salt: Uint8Array): Chosen {
  const header = { generation: 1, salt };
  writeJournal(file, header, []);
  return { file, spare, header };
}

/** Records first, header last, each flushed: before its header is there a file is no journal. */
function writeJournal(file: JournalFile, header: JournalHeader, records: readonly StoredRecord[]): void {
  file.truncate(0);
  let at = HEADER_BYTES;
  // A frame each: one damaged byte later costs one record.
  for (const record of records) {
    const frame = encodeFrame([record], header.salt);
    writeAll(file, frame, at);
    at += frame.length;
  }
  file.flush();
  writeAll(file, encodeHeader(header), 0);
  file.flush();
}

/** Of every record the newest, except the erased and removed ones. */
function withoutErased(records: readonly StoredRecord[], prefixes: readonly string[]): readonly StoredRecord[] {
  const newest = new Map(records.map((record) => [`${record.table} ${record.key}`, record]));
  return [...newest.values()].filter((record) => !isRemoval(record) && !prefixes.some((prefix) => record.key.startsWith(prefix)));
}

/** Overwritten before it is cut off: truncating alone would leave the bytes on the disk. */
function clear(file: JournalFile): void {
  const size = file.getSize();
  if (size === 0) return;
  file.write(new Uint8Array(size), { at: 0 });
  file.flush();
  cutTo(file, 0);
}

function cutTo(file: JournalFile, size: number): void {
  file.truncate(size);
  file.flush();
}

function writeAll(file: JournalFile, bytes: Uint8Array<ArrayBuffer>, at: number): void {
  if (file.write(bytes, { at }) < bytes.length) throw new StorageFailure('diskFull');
}

function readFrom(file: JournalFile, at: number, length = Math.max(0, file.getSize() - at)): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  return bytes.subarray(0, file.read(bytes, { at }));
}
