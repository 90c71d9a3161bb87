import { err, ok, type Result } from '../../../core/shared/result.ts';
import type { Bytes } from '../../../protocol/bytes.ts';
import { splitCborSequence } from '../../../protocol/cbor.ts';
import { CBOR_SEQUENCE } from '../../../protocol/exchange/paths.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import type { StreamRow, Tx } from '../../store/port.ts';
import type { AccountsContext } from '../accountsContext.ts';
import type { Readable, StreamRequest, Tenant } from '../../streams/tenant.ts';

/** What remains to be decided about a delivery, inside its transaction: the messages to store. */
export type Admit = (tx: Tx, stream: StreamRow | undefined) => Result<readonly Bytes[], Refusal>;

/** A family of case streams: nothing in them perishes, closes, or is numbered by anyone but the entries themselves. */
export const createCaseTenant = (
  { greet }: Pick<AccountsContext, 'greet'>,
  match: Tenant<Admit>['match'],
  prepare: Tenant<Admit>['prepare'],
  mayRead: (request: StreamRequest) => Result<Readable, Refusal>,
  noteRead: (request: StreamRequest) => Promise<void> = async () => {},
): Tenant<Admit> => ({
  match,
  greet: greet.known,
  prepare,
  admit: (tx, admit, _request, stream) => admit(tx, stream),
  mayRead: async (request) => mayRead(request),
  noteRead,
  perishable: false,
  goneOffset: 'OtherEpoch',
});

/** More than a case of many years has envelopes. */
const MOST_MESSAGES = 10_000;

/** Of the protocol's headers those that change a stream beside appending: what they say would be stored, or stop others. */
const NOT_HERE = ['stream-closed', 'producer-id', 'producer-epoch', 'producer-seq', 'stream-ttl', 'stream-expires-at'];

/** The values that a request brings, as they were sent. */
export function readDelivery({ headers, body }: StreamRequest): Result<readonly Bytes[], Refusal> {
  if (headers['content-type'] !== CBOR_SEQUENCE) return err('WrongContentType');
  if (NOT_HERE.some((name) => headers[name] !== undefined)) return err('Malformed');
  const messages = splitCborSequence(body, MOST_MESSAGES);
  return messages === undefined || messages.length === 0 ? err('Malformed') : ok(messages);
}

/** Whether a stream of entries would become larger than any honest one. */
export const isTooMuch = (most: number, ...parts: readonly (readonly Bytes[])[]): boolean =>
  parts.flat().reduce((sum, { length }) => sum + length, 0) > most;

/** `Stream-Seq` has to be the number of the last entry: another one would shut out everyone after it. */
export const isSeqOf = ({ headers }: StreamRequest, seq: string | null): boolean =>
  headers['stream-seq'] === undefined || headers['stream-seq'] === seq;

/** All messages of a stream. */
export function readAll(tx: Tx, path: string): readonly Bytes[] {
  const stream = tx.find(path);
  return stream === undefined ? [] : tx.read(stream, 0, Number.MAX_SAFE_INTEGER).messages;
}

/** An id of so many bytes in a path; undefined for any other path. */
export const matchPath = (path: string, pattern: RegExp): readonly string[] | undefined => pattern.exec(path)?.slice(1);

/** 128 bits as base64url: the last letter holds two of them. */
export const ID = '([A-Za-z0-9_-]{21}[AQgw])';
