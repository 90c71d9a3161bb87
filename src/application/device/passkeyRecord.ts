import * as v from 'valibot';
import { removalOf, type Database, type StoredRecord } from '../ports.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import { decodeCbor, encodeCbor } from '../../protocol/cbor.ts';
import { bytesShape } from '../../protocol/wireShapes.ts';
import { PASSKEY_KEY } from './deviceRecord.ts';

/*
 * passkey = cbor[1, credential id, salt, passkey lockbox]
 */

/** What is needed to ask for a passkey before unlocking. Says nothing about whose it is. */
export interface PasskeyRecord {
  readonly id: Bytes;
  readonly salt: Bytes;
  readonly lockbox: Bytes;
}

export const passkeyRecord = ({ id, salt, lockbox }: PasskeyRecord): StoredRecord => ({
  table: 'device',
  key: PASSKEY_KEY,
  bytes: encodeCbor([1, id, salt, lockbox]),
});

export const noPasskeyRecord: StoredRecord = removalOf({ table: 'device', key: PASSKEY_KEY });

/** undefined: none, or made by a newer app, which the passphrase does not mind. */
export async function readPasskey(database: Database): Promise<PasskeyRecord | undefined> {
  const parsed = v.safeParse(shape, decodeCbor((await database.get('device', PASSKEY_KEY)) ?? new Uint8Array()));
  if (!parsed.success) return undefined;
  const [, id, salt, lockbox] = parsed.output;
  return { id, salt, lockbox };
}

const shape = v.strictTuple([v.literal(1), bytesShape(), bytesShape(), bytesShape()]);
