import { createHmac, createSecretKey, hash, timingSafeEqual } from 'node:crypto';
import type { Bytes } from '../../../protocol/bytes.ts';

/** Texts that the server gives out and recognises again, so that it need not remember them. */
export interface ServerSeal {
  /** The text with a mark behind it that only this server can make. */
  readonly mark: (purpose: 'challenge' | 'token', text: string) => string;
  /** The text without its mark; undefined when the mark is not ours, or for another purpose. */
  readonly unmark: (purpose: 'challenge' | 'token', marked: string) => string | undefined;
}

/** @param key 32 bytes that stand in the database: whoever has them can pass for any device, but read nothing */
export function createServerSeal(key: Uint8Array): ServerSeal {
  // Made once: from bytes each request would make a key anew, which costs ten times as much as the mark itself.
  const secret = createSecretKey(key);
  const macOf = (purpose: string, text: string) => createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url');
  return {
    mark: (purpose, text) => `${text}.${macOf(purpose, text)}`,
    unmark: (purpose, marked) => {
      const end = marked.lastIndexOf('.');
      const text = marked.slice(0, Math.max(end, 0));
      return isSameText(macOf(purpose, text), marked.slice(end + 1)) ? text : undefined;
    },
  };
}

/** Takes equally long wherever the first difference stands. */
const isSameText = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** SHA-256, at once: inside a transaction nothing can be waited for. */
export const hashNow = (bytes: Uint8Array): Bytes => new Uint8Array(hash('sha256', bytes, 'buffer'));
