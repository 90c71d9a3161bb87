import type { DocumentId } from '../../core/shared/ids.ts';

export const SUMMARIES = 'summary/';
export const summaryKey = (doc: DocumentId): string => `${SUMMARIES}${doc}`;
