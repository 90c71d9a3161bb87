import type { DocumentId } from '../../core/shared/ids.ts';

/** The local copy of how far a document was exchanged. */
export const exchangeKey = (doc: DocumentId): string => `exchange/${doc}`;
