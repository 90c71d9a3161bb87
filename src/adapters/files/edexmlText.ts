import { err, ok, type Result } from '../../core/shared/result.ts';

/** Which encodings school administrations write, by the name in the XML declaration. */
const ENCODINGS: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso-8859-15', 'iso-8859-15'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
]);

/** The byte order marks; with one, the declaration has nothing to say. */
const MARKS = [
  { mark: 'ï»¿', encoding: 'utf-8' },
  { mark: 'ÿþ', encoding: 'utf-16le' },
  { mark: 'þÿ', encoding: 'utf-16be' },
];

const CHUNK = 65_536;

/**
 * The text of an XML file in pieces, so that the caller can rest in between. Which encoding: the byte order mark, else the
 * XML declaration, else UTF-8. Bytes that cannot be in that encoding end it: guessing would change names.
 */
export function* decodeInPieces(bytes: Uint8Array): Generator<Result<string, { readonly type: 'UnknownEncoding' }>, void> {
  const encoding = findEncoding(bytes);
  if (encoding === undefined) {
    yield err({ type: 'UnknownEncoding' });
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += CHUNK) {
    try {
      yield ok(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length }));
    } catch {
      yield err({ type: 'UnknownEncoding' });
      return;
    }
  }
}

function findEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200));
  const marked = MARKS.find(({ mark }) => start.startsWith(mark));
  if (marked) return marked.encoding;
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  return declared === undefined ? 'utf-8' : ENCODINGS.get(declared.toLowerCase());
}
