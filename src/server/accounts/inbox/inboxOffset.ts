import { createCipheriv, createDecipheriv } from 'node:crypto';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { base64urlToBytes } from '../../../protocol/bytes.ts';

/** How far somebody heard: the number of the last change, in which run of the server, and that of the last note of presence. */
export interface InboxOffset {
  readonly change: number;
  readonly presence: number;
  readonly run: number;
}

/**
 * The numbers count over the whole server. Seen plainly they would tell a parent that something happened in a circle that is not
 * theirs, so an offset is one block of a cipher: the same numbers look the same, and nothing else can be read from it. One that was
 * made up hardly ever has two zeros at its end, and would only give what the member may hear anyway.
 */
export interface InboxOffsets {
  readonly write: (offset: InboxOffset) => string;
  readonly read: (text: string) => Result<InboxOffset, 'Malformed' | 'OtherEpoch'>;
}

/** @param key 16 bytes */
export function createInboxOffsets(key: Uint8Array, epoch: string): InboxOffsets {
  return {
    write: ({ change, presence, run }) => {
      const block = Buffer.alloc(16);
      block.writeUIntBE(change, 0, 5);
      block.writeUIntBE(presence, 5, 6);
      block.writeUIntBE(run, 11, 3);
      const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
      return `${epoch}.${Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url')}`;
    },
    read: (text) => {
      if (text === '-1') return ok({ change: 0, presence: 0, run: 0 });
      const [of, sealed, ...more] = text.split('.');
      const block = sealed === undefined ? undefined : base64urlToBytes(sealed);
      if (block?.length !== 16 || more.length > 0) return err('Malformed');
      if (of !== epoch) return err('OtherEpoch');
      const cipher = createDecipheriv('aes-128-ecb', key, null).setAutoPadding(false);
      const plain = Buffer.concat([cipher.update(block), cipher.final()]);
      if (plain.readUInt16BE(14) !== 0) return err('Malformed');
      return ok({ change: plain.readUIntBE(0, 5), presence: plain.readUIntBE(5, 6), run: plain.readUIntBE(11, 3) });
    },
  };
}
