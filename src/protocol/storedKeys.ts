import type { DocumentId } from '../core/shared/ids.ts';
import type { DocumentStream } from './exchange/paths.ts';

/* Names of what stands in this device's database, as far as it is read without any key: by the courier, while the app is locked or closed. */

/** Behind a document's id: its access log. */
export const VIEWS_SUFFIX = '~views';

/** The document of a row in the outbox, of its log or of its access log. */
export const documentOfRow = (key: string): DocumentId => key.slice(0, key.indexOf('/')).replace(VIEWS_SUFFIX, '') as DocumentId;

/** A line of an access log: the device wrote it, nobody changed anything. */
export const isViewsRow = (key: string): boolean => key.includes(`${VIEWS_SUFFIX}/`);

/** Changes of people among rows of the outbox: what is counted wherever somebody is told that something waits. */
export const changesIn = <T extends { readonly key: string }>(rows: readonly T[]): readonly T[] =>
  rows.filter(({ key }) => !isViewsRow(key));

/** Local copies of the courier: all of them begin so, and no id does. */
export const COURIER = '~courier/';

/** With what it shows itself to the server. */
export const COURIER_ACCESS = `${COURIER}access`;

/** Rows of this document's outbox that it delivered and the app does not know of yet. */
export const sentKey = (doc: DocumentId): string => `${COURIER}sent/${doc}`;

/** Up to where the app read this document's streams. Only what has one is fetched. */
export const readKey = (doc: DocumentId): string => `${COURIER}read/${doc}`;

/** Parts of its streams as the server gave them, that nobody has looked at yet. */
export const CAME = `${COURIER}came/`;
export const cameKey = (doc: DocumentId): string => `${CAME}${doc}/`;
export const documentOfPart = (key: string): DocumentId => key.slice(CAME.length, key.indexOf('/', CAME.length)) as DocumentId;

/** Which part: what was asked, and where the next begins. Offsets hold no space. */
export const partKey = (doc: DocumentId, stream: DocumentStream, from: string, next = ''): string =>
  `${cameKey(doc)}${stream}/${from} ${next}`;
export const nextOfPart = (key: string): string => key.slice(key.indexOf(' ') + 1);

/** What of the courier leaves together with a document. */
export const courierKeys = (doc: DocumentId): readonly string[] => [sentKey(doc), readKey(doc), cameKey(doc)];
