import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../../src/core/shared/ids.ts';
import { isSignedBy } from '../../../src/crypto/verification/isSignedBy.ts';
import { type Bytes, bytesToBase64url } from '../../../src/protocol/bytes.ts';
import { createVerifyingThread } from '../../../src/server/accounts/documents/verifyingThread.ts';

const { subtle } = globalThis.crypto;

async function sign(message: Bytes) {
  const { privateKey, publicKey } = (await subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const device = bytesToBase64url(new Uint8Array(await subtle.exportKey('raw', publicKey))) as DeviceId;
  return { device, signature: new Uint8Array(await subtle.sign('Ed25519', privateKey, message)) };
}

/** Of 32 bytes, all zero but these. */
const keyOf = (...bytes: readonly number[]) =>
  bytesToBase64url(new Uint8Array([...bytes, ...Array(32 - bytes.length).fill(0)])) as DeviceId;

describe('the verifying thread', () => {
  test('answers as WebCrypto does, each in its place', async () => {
    const message = new TextEncoder().encode('knooppunt') as Bytes;
    const [mine, theirs] = [await sign(message), await sign(message)];
    const changed = mine.signature.with(63, mine.signature[63]! ^ 0x10) as Bytes;
    const asked: readonly Parameters<typeof isSignedBy>[] = [
      [mine.device, message, mine.signature],
      [mine.device, message, theirs.signature],
      [theirs.device, message, theirs.signature],
      [mine.device, new Uint8Array([...message, 0]), mine.signature],
      [mine.device, message, changed],
      [mine.device, message, mine.signature.slice(1)],
      // Points of small order, which "sign" anything, no point at all, and no key.
      [keyOf(), message, new Uint8Array(64)],
      [keyOf(1), message, new Uint8Array([1, ...Array<number>(63).fill(0)])],
      [keyOf(2), message, mine.signature],
      ['AAAA' as DeviceId, message, mine.signature],
    ];
    const { isSigned } = createVerifyingThread();
    const answers = await Promise.all(asked.map(async (one) => await isSigned(...one)));
    expect(answers).toEqual(await Promise.all(asked.map(async (one) => await isSignedBy(...one))));
    expect(answers.slice(0, 6)).toEqual([true, false, true, false, false, false]);
  });

  test('keeps no process alive', async () => {
    const module = new URL('../../../src/server/accounts/documents/verifyingThread.ts', import.meta.url).href;
    const folder = mkdtempSync(join(tmpdir(), 'knooppunt-thread-'));
    const script = join(folder, 'script.mjs');
    writeFileSync(
      script,
      `import { createVerifyingThread } from '${module}';
      const server = setInterval(() => {}, 1_000);
      console.log(await createVerifyingThread().isSigned('AAAA', new Uint8Array(1), new Uint8Array(64)));
      clearInterval(server);`,
    );
    const ended = promisify(execFile)(process.execPath, [script], { timeout: 20_000 });
    expect((await ended.finally(() => rmSync(folder, { recursive: true }))).stdout).toBe('false\n');
  }, 30_000);

  test('that ends leaves nobody without an answer', async () => {
    const message = new Uint8Array([1, 2, 3]);
    const { device, signature } = await sign(message);
    let opened = 0;
    const { isSigned } = createVerifyingThread(() => {
      opened++;
      return new Worker('throw new Error("no memory")', { eval: true });
    });
    expect(await Promise.all([isSigned(device, message, signature), isSigned(device, new Uint8Array(3), signature)])).toEqual([
      true,
      false,
    ]);
    expect(await isSigned(device, message, signature)).toBe(true);
    expect(opened).toBe(2);
  });
});
