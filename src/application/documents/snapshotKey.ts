import type { DocumentId } from '../../core/shared/ids.ts';

export const snapshotKey = (doc: DocumentId): string => `snapshot/${doc}`;
