import type { DocumentId, MemberId } from '../core/shared/ids.ts';
import { type Bytes, concatBytes } from '../protocol/bytes.ts';
import type { EpochReader } from './epochs.ts';
import type { RandomBytes } from './ids.ts';
import type { AgreementKeys } from './keys.ts';
import { deriveSecret } from './primitives.ts';
import { openSealed, sealTo } from './sealTo.ts';
import type { SignedRosterEntry } from './verification/rosterEntry.ts';

/*
 * The access log of a document has keys of its own, derived from the document's: whoever reads the document can derive them. An auditor
 * is given these alone, and cannot get back from them to a word of content.
 *
 *   views secret of an epoch = HKDF(epoch secret, ["views", doc, epoch])
 *   to an auditor            = HPKE(member key, ["knooppunt/views/v1", doc, epoch, member], secrets of epochs 0 to that epoch)
 */

/** The views secret of an epoch, by its number. */
export type ViewsSecrets = ReadonlyMap<number, Bytes>;

const LENGTH = 32;

/** `importDocumentKey` makes of it what seals and opens entries of the access log. */
export const deriveViewsSecret = (epochSecret: Bytes, doc: DocumentId, epoch: number): Promise<Bytes> =>
  deriveSecret(epochSecret, 'views', doc, epoch);

/** All secrets up to an epoch, for one auditor: stands where others get the epoch's own secret. */
export async function sealViews(
  { doc, epoch, secrets }: { readonly doc: DocumentId; readonly epoch: number; readonly secrets: ReadonlyMap<number, Bytes> },
  { member, generation, publicKey }: EpochReader,
  random: RandomBytes,
): Promise<{ readonly member: MemberId; readonly generation: number; readonly secret: Bytes }> {
  const all: Bytes[] = [];
  for (let each = 0; each <= epoch; each++) {
    const secret = secrets.get(each);
    // Not known here: an auditor reads no more than whoever lets them in.
    all.push(secret ? await deriveViewsSecret(secret, doc, each) : new Uint8Array(LENGTH));
  }
  return { member, generation, secret: await sealTo(publicKey, contextOf(doc, epoch, member), concatBytes(...all), random) };
}

/** What a roster gives an auditor to read. Empty for everyone else. */
export async function openViews(
  doc: DocumentId,
  entries: readonly SignedRosterEntry[],
  member: MemberId,
  memberKeys: ReadonlyMap<number, AgreementKeys>,
): Promise<ViewsSecrets> {
  const given = entries.flatMap(({ epoch, welcome }) => [
    ...(epoch === null ? [] : epoch.sealed.map((one) => ({ ...one, epoch: epoch.epoch }))),
    ...(welcome ? [welcome] : []),
  ]);
  const secrets = new Map<number, Bytes>();
  for (const { epoch, generation, secret, member: to } of given) {
    const keys = to === member ? memberKeys.get(generation) : undefined;
    const opened = keys && (await openSealed(keys, contextOf(doc, epoch, member), secret));
    for (let each = 0; opened && (each + 1) * LENGTH <= opened.length; each++) {
      const one = opened.slice(each * LENGTH, (each + 1) * LENGTH);
      if (one.some((byte) => byte !== 0)) secrets.set(each, one);
    }
  }
  return secrets;
}

const contextOf = (doc: DocumentId, epoch: number, member: MemberId) => ['knooppunt/views/v1', doc, epoch, member];
