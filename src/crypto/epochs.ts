import type { DocumentId, MemberId } from '../core/shared/ids.ts';
import { type Bytes, concatBytes, isSameBytes } from '../protocol/bytes.ts';
import type { RandomBytes } from './ids.ts';
import { type AgreementKeys, importDocumentKey } from './keys.ts';
import { type AgreementPublicKey } from './verification/keyring.ts';
import { contextBytes } from './verification/hash.ts';
import { decrypt, deriveSealingKey, encrypt, NONCE_LENGTH } from './primitives.ts';
import type { SignedRosterEntry } from './verification/rosterEntry.ts';
import type { NewEpoch, Welcome } from './verification/rosterBody.ts';
import { openSealed, sealTo } from './sealTo.ts';

/** How a document's epoch keys travel in its roster: sealed to each member key, the earlier key under the later one. */

/** To whom an epoch key is sealed: the present generation of their member key. */
export interface EpochReader {
  readonly member: MemberId;
  readonly generation: number;
  readonly publicKey: AgreementPublicKey;
}

/** The key material of a new epoch, for a `genesis`, `rotate`, `remove` or `role` entry. */
export async function sealEpoch(
  epoch: { readonly doc: DocumentId; readonly epoch: number; readonly secret: Bytes; readonly previous: Bytes | null },
  readers: readonly EpochReader[],
  random: RandomBytes,
): Promise<NewEpoch> {
  const { doc, secret, previous } = epoch;
  const { commitment } = await importDocumentKey(doc, epoch.epoch, secret);
  const sealed = await Promise.all(readers.map((reader) => sealForReader(doc, epoch.epoch, secret, reader, random)));
  return { epoch: epoch.epoch, commitment, sealed, previous: previous && (await sealPrevious(doc, epoch.epoch, secret, previous, random)) };
}

/** The present epoch key for somebody who joins (`add`). The roster's commitment tells whether it is the same key. */
export async function sealWelcome(
  doc: DocumentId,
  epoch: number,
  secret: Bytes,
  reader: EpochReader,
  random: RandomBytes,
): Promise<Welcome> {
  return { epoch, ...(await sealForReader(doc, epoch, secret, reader, random)) };
}

/**
 * The epoch secrets a member can read from a roster, by epoch: those sealed to them, and every earlier one under a later.
 * A secret that does not match the roster's commitment is left out. Keep them sealed.
 */
export async function openEpochs(
  doc: DocumentId,
  entries: readonly SignedRosterEntry[],
  member: MemberId,
  memberKeys: ReadonlyMap<number, AgreementKeys>,
): Promise<ReadonlyMap<number, Bytes>> {
  const epochs = entries.flatMap((entry) => entry.epoch ?? []).sort((a, b) => b.epoch - a.epoch);
  const welcomes = entries.flatMap((entry) => entry.welcome ?? []);
  const secrets = new Map<number, Bytes>();
  let handedDown: Bytes | undefined;
  for (const { epoch, commitment, sealed, previous } of epochs) {
    const mine = [...sealed, ...welcomes.filter((welcome) => welcome.epoch === epoch)].find((one) => one.member === member);
    const keys = mine && memberKeys.get(mine.generation);
    const secret = (mine && keys && (await openSealed(keys, readerContext(doc, epoch, member), mine.secret))) ?? handedDown;
    const isRight = secret !== undefined && isSameBytes((await importDocumentKey(doc, epoch, secret)).commitment, commitment);
    handedDown = isRight && previous ? await openPrevious(doc, epoch, secret, previous) : undefined;
    if (isRight) secrets.set(epoch, secret);
  }
  return secrets;
}

async function sealForReader(doc: DocumentId, epoch: number, secret: Bytes, reader: EpochReader, random: RandomBytes) {
  const { member, generation, publicKey } = reader;
  return { member, generation, secret: await sealTo(publicKey, readerContext(doc, epoch, member), secret, random) };
}

async function sealPrevious(doc: DocumentId, epoch: number, secret: Bytes, previous: Bytes, random: RandomBytes): Promise<Bytes> {
  const nonce = random(NONCE_LENGTH);
  const key = await deriveSealingKey(secret, 'previous', doc, epoch);
  return concatBytes(nonce, await encrypt(key, nonce, previous, contextBytes('previous', doc, epoch)));
}

async function openPrevious(doc: DocumentId, epoch: number, secret: Bytes, sealed: Bytes): Promise<Bytes | undefined> {
  const key = await deriveSealingKey(secret, 'previous', doc, epoch);
  return decrypt(key, sealed.slice(0, NONCE_LENGTH), sealed.slice(NONCE_LENGTH), contextBytes('previous', doc, epoch));
}

const readerContext = (doc: DocumentId, epoch: number, member: MemberId) => ['knooppunt/epoch/v1', doc, epoch, member];
