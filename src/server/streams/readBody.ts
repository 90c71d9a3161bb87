import type { IncomingMessage } from 'node:http';
import { joinBytes } from '../../protocol/bytes.ts';

/** The body, counted while it comes in: more than the limit is never held. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array<ArrayBuffer> | 'TooLarge' | 'CutOff'> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return 'TooLarge';
  const parts: Uint8Array[] = [];
  let size = 0;
  return await new Promise((resolve) => {
    request.on('data', (part: Uint8Array) => {
      size += part.length;
      if (size > limit) {
        parts.length = 0;
        request.pause();
        resolve('TooLarge');
      } else parts.push(part);
    });
    request.once('end', () => resolve(request.complete ? joinBytes(parts) : 'CutOff'));
    request.once('close', () => resolve('CutOff'));
    request.once('error', () => resolve('CutOff'));
  });
}
