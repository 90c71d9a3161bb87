import { joinBytes } from '../../protocol/bytes.ts';

/** More than any answer may be: a server that goes on for ever does not fill this device's memory. */
const MOST_BYTES = 16_000_000;

/** The whole body, as it comes in; `heard` at every part of it. */
export async function readBody(response: Response, heard: () => void): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joinBytes(parts);
    heard();
    length += value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw new Error('the answer is too long');
    }
    parts.push(value);
  }
}
