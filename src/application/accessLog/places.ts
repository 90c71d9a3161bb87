import type { DocumentId } from '../../core/shared/ids.ts';
import { bytesToBase64url } from '../../protocol/bytes.ts';
import { hashBytes } from '../../crypto/verification/hash.ts';
import type { Session } from '../device/deviceContext.ts';

/*
 * Where the access log of a document stands on this device: beside its log in the same tables, under keys that begin with the document's
 * id, so that it leaves together with it.
 */

const SUFFIX = '~views';

/** Envelopes and their outbox rows; the keys given to an auditor; how far it was exchanged. */
export const viewsPrefix = (doc: DocumentId): string => `${givenKeysKey(doc)}/`;
export const viewsKey = (doc: DocumentId, chain: string, seq: number): string =>
  `${viewsPrefix(doc)}${chain}/${String(seq).padStart(10, '0')}`;
export const givenKeysKey = (doc: DocumentId): string => `${doc}${SUFFIX}`;

/** The document of keys given to an auditor; undefined for any other key. */
export const documentOfGivenKeys = (key: string): DocumentId | undefined =>
  key.endsWith(SUFFIX) ? (key.slice(0, -SUFFIX.length) as DocumentId) : undefined;

/** The document of a row in the outbox, of its log or of its access log. */
export const documentOfRow = (key: string): DocumentId => key.slice(0, key.indexOf('/')).replace(SUFFIX, '') as DocumentId;

/** A line of an access log: the device wrote it, nobody changed anything. */
export const isViewsRow = (key: string): boolean => key.includes(`${SUFFIX}/`);

/** A chain of its own, that begins anew whenever the device's chains do. */
export async function viewsIncarnation({ incarnation }: Pick<Session, 'incarnation'>): Promise<string> {
  const hash = await hashBytes(new Uint8Array(new TextEncoder().encode(`knooppunt/views/v1 ${incarnation}`)));
  return bytesToBase64url(hash.slice(0, 8));
}
