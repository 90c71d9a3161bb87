import type { DocumentId } from '../core/shared/ids.ts';

/*
 * Names of what stands in this device's database, as far as they are read without any key: by the service worker while the app is
 * locked or closed. All begin with the id of their document, so that they leave this device together with it.
 */

/** Behind a document's id: its access log. */
export const VIEWS_SUFFIX = '~views';

/** The document of a row in the outbox, of its log or of its access log. */
export const documentOfRow = (key: string): DocumentId => key.slice(0, key.indexOf('/')).replace(VIEWS_SUFFIX, '') as DocumentId;

/** A line of an access log: the device wrote it, nobody changed anything. */
export const isViewsRow = (key: string): boolean => key.includes(`${VIEWS_SUFFIX}/`);

/** Local copy: with what the courier shows itself to the server. No id begins so. */
export const COURIER_KEY = '~courier';

/** Local copy: rows of this document's outbox that the courier delivered and the app does not know of yet. */
export const sentKey = (doc: DocumentId): string => `${doc}~sent`;
