import type { DocumentId } from '../../core/shared/ids.ts';
import { bytesToBase64url } from '../../protocol/bytes.ts';
import { VIEWS_SUFFIX } from '../../protocol/storedKeys.ts';
import { hashBytes } from '../../crypto/verification/hash.ts';
import type { Session } from '../device/deviceContext.ts';

/*
 * Where the access log of a document stands on this device: beside its log in the same tables, under keys that begin with the document's
 * id, so that it leaves together with it.
 */

/** Envelopes and their outbox rows; the keys given to an auditor; how far it was exchanged. */
export const viewsPrefix = (doc: DocumentId): string => `${givenKeysKey(doc)}/`;
export const viewsKey = (doc: DocumentId, chain: string, seq: number): string =>
  `${viewsPrefix(doc)}${chain}/${String(seq).padStart(10, '0')}`;
export const givenKeysKey = (doc: DocumentId): string => `${doc}${VIEWS_SUFFIX}`;

/** The document of keys given to an auditor; undefined for any other key. */
export const documentOfGivenKeys = (key: string): DocumentId | undefined =>
  key.endsWith(VIEWS_SUFFIX) ? (key.slice(0, -VIEWS_SUFFIX.length) as DocumentId) : undefined;

/** A chain of its own, that begins anew whenever the device's chains do. */
export async function viewsIncarnation({ incarnation }: Pick<Session, 'incarnation'>): Promise<string> {
  const hash = await hashBytes(new Uint8Array(new TextEncoder().encode(`knooppunt/views/v1 ${incarnation}`)));
  return bytesToBase64url(hash.slice(0, 8));
}
