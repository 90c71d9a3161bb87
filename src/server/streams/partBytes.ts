import { PART_BYTES } from '../../protocol/exchange/paths.ts';
import { CHUNK_BYTES, type StreamRequest } from './tenant.ts';

/** Bytes of one answer: fewer when the reader asks for that, because its line breaks off before a large one is through. */
export function partBytes({ headers }: Pick<StreamRequest, 'headers'>): number {
  const asked = Number(headers[PART_BYTES]);
  return Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, CHUNK_BYTES) : CHUNK_BYTES;
}
