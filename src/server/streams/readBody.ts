import type { IncomingMessage } from 'node:http';
import { joinBytes } from '../../protocol/bytes.ts';

/** The body, counted while it comes in: more than the limit is never held. undefined: too large, or cut off. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array<ArrayBuffer> | 'TooLarge' | 'CutOff'> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return 'TooLarge';
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of request as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > limit) return 'TooLarge';
      parts.push(part);
    }
  } catch {
    return 'CutOff';
  }
  return request.complete ? joinBytes(parts) : 'CutOff';
}
