import type { DocumentId } from '../../core/shared/ids.ts';

/** Where a roster entry is stored; without a number: all of them. Sorts in their order. */
export const rosterKey = (doc: DocumentId, n?: number): string => `${doc}/${n === undefined ? '' : String(n).padStart(6, '0')}`;
