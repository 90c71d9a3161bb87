import type { RecordTable, StoredRecord } from '../../application/ports.ts';
import { crc32 } from './crc32.ts';

/**
 * A journal file, little-endian throughout:
 *
 *   header  = magic u32 | version u32 | generation u32 | salt 16 bytes | CRC-32 of all before u32
 *   frame   = marker u32 | length u32 | CRC-32 of salt, length and body u32 | body
 *   body    = number of records u32 | records
 *   record  = table u8 | key length u16 | key UTF-8 | byte length u32 | bytes
 *
 * One append is one frame, so it is there wholly or not at all. The salt is random per file: bytes of another file, or a frame that
 * someone hid inside a record, never pass for a frame of this one.
 */
export interface JournalHeader {
  readonly generation: number;
  readonly salt: Uint8Array;
}

export const SALT_BYTES = 16;
export const HEADER_BYTES = 12 + SALT_BYTES + 4;
const FRAME_BYTES = 12;
const RECORD_BYTES = 7;
const MAGIC = 0x4a504e4b;
const MARKER = 0xa65e1f4d;
/** Goes up with every change of this format or of the tables. */
const VERSION = 1;
/** Position = number on disk: only ever add at the end. */
const TABLES: readonly RecordTable[] = ['device', 'document', 'roster', 'keyring', 'envelope', 'outbox'];

export function encodeHeader({ generation, salt }: JournalHeader): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = viewOf(bytes);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, generation, true);
  bytes.set(salt, 12);
  view.setUint32(HEADER_BYTES - 4, crc32(bytes.subarray(0, HEADER_BYTES - 4)), true);
  return bytes;
}

/** `newer`: written by a later version of the app, to be left alone. Undefined: no journal, or one that was never finished. */
export function decodeHeader(bytes: Uint8Array): JournalHeader | 'newer' | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== MAGIC || view.getUint32(HEADER_BYTES - 4, true) !== crc32(bytes.subarray(0, HEADER_BYTES - 4)))
    return undefined;
  if (view.getUint32(4, true) > VERSION) return 'newer';
  return { generation: view.getUint32(8, true), salt: bytes.slice(12, 12 + SALT_BYTES) };
}

/** How long the frame of these records is; nothing for none. */
export const frameLength = (records: readonly StoredRecord[]): number =>
  records.length === 0
    ? 0
    : records.reduce((sum, record) => sum + RECORD_BYTES + utf8Length(record.key) + record.bytes.length, FRAME_BYTES + 4);

export function encodeFrame(records: readonly StoredRecord[], salt: Uint8Array): Uint8Array<ArrayBuffer> {
  const body = encodeBody(records);
  const bytes = new Uint8Array(FRAME_BYTES + body.length);
  const view = viewOf(bytes);
  view.setUint32(0, MARKER, true);
  view.setUint32(4, body.length, true);
  bytes.set(body, FRAME_BYTES);
  view.setUint32(8, checksumOf(bytes, salt), true);
  return bytes;
}

/** Records as one stretch of bytes: also how they go to another thread, where a thousand small ones would take long. */
export function encodeBody(records: readonly StoredRecord[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.max(4, frameLength(records) - FRAME_BYTES));
  const view = viewOf(bytes);
  view.setUint32(0, records.length, true);
  const text = new TextEncoder();
  let at = 4;
  for (const { table, key, bytes: content } of records) {
    const { written: name } = text.encodeInto(key, bytes.subarray(at + 3));
    view.setUint8(at, TABLES.indexOf(table));
    view.setUint16(at + 1, name, true);
    view.setUint32(at + 3 + name, content.length, true);
    bytes.set(content, at + RECORD_BYTES + name);
    at += RECORD_BYTES + name + content.length;
  }
  return bytes;
}

export interface Scan {
  /** The bodies of the sound frames, in order. */
  readonly bodies: readonly Uint8Array[];
  readonly records: number;
  /** Stretches of bytes between sound frames that are no frame. */
  readonly damaged: number;
  /** Where the last sound frame ends; what follows is a torn tail. */
  readonly end: number;
}

/** Finds every sound frame from `from` on, also behind a damaged stretch. */
export function scanFrames(bytes: Uint8Array, from: number, salt: Uint8Array): Scan {
  const bodies: Uint8Array[] = [];
  let [records, damaged, end] = [0, 0, from];
  for (let at = from; at !== -1 && at < bytes.length;) {
    const body = bodyAt(bytes, at, salt);
    if (!body) {
      at = nextMarker(bytes, at + 1);
      continue;
    }
    if (at > end) damaged += 1;
    bodies.push(body);
    records += viewOf(body).getUint32(0, true);
    at = end = at + FRAME_BYTES + body.length;
  }
  return { bodies, records, damaged, end };
}

/** The records of one sound body. */
export function decodeBody(body: Uint8Array): readonly StoredRecord[] {
  const view = viewOf(body);
  const text = new TextDecoder();
  let at = 4;
  return Array.from({ length: view.getUint32(0, true) }, () => {
    const keyEnd = at + 3 + view.getUint16(at + 1, true);
    const end = keyEnd + 4 + view.getUint32(keyEnd, true);
    const record = {
      table: TABLES[view.getUint8(at)]!,
      key: text.decode(body.subarray(at + 3, keyEnd)),
      bytes: body.slice(keyEnd + 4, end),
    };
    at = end;
    return record;
  });
}

function bodyAt(bytes: Uint8Array, at: number, salt: Uint8Array): Uint8Array | undefined {
  if (at + FRAME_BYTES + 4 > bytes.length) return undefined;
  const view = viewOf(bytes);
  const length = view.getUint32(at + 4, true);
  if (view.getUint32(at, true) !== MARKER || length < 4 || at + FRAME_BYTES + length > bytes.length) return undefined;
  const frame = bytes.subarray(at, at + FRAME_BYTES + length);
  return checksumOf(frame, salt) === view.getUint32(at + 8, true) ? frame.subarray(FRAME_BYTES) : undefined;
}

function nextMarker(bytes: Uint8Array, from: number): number {
  const first = MARKER & 0xff;
  const view = viewOf(bytes);
  for (let at = bytes.indexOf(first, from); at !== -1 && at + 4 <= bytes.length; at = bytes.indexOf(first, at + 1)) {
    if (view.getUint32(at, true) === MARKER) return at;
  }
  return -1;
}

const checksumOf = (frame: Uint8Array, salt: Uint8Array) => crc32(frame.subarray(FRAME_BYTES), crc32(frame.subarray(4, 8), crc32(salt)));

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Keys are ids, slashes and digits; counted without encoding when they are, because a mark is asked for on every save. */
const utf8Length = (text: string) => (/^[\x20-\x7e]*$/.test(text) ? text.length : new TextEncoder().encode(text).length);
