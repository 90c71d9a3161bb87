import type { DocumentId } from '../../core/shared/ids.ts';

/** Also the beginning of the key of its first look. */
export const snapshotKey = (doc: DocumentId): string => `snapshot/${doc}`;

export const firstLookKey = (doc: DocumentId): string => `${snapshotKey(doc)}/look`;
