import { afterAll, describe, expect, it } from 'vitest';
import { createSeededRandom } from '../support/seededRandom.ts';
import { append, contentOf, createServerPlace, createStream, type ServerProcess } from './serverProcess.ts';

/** Promise 5 asks for 60: what fits in `npm test` is fewer. The long run has all. */
const KILLS = Number(process.env['KILLS'] ?? (process.env['SOAK'] ? 2_000 : 15));
const SEED = Number(process.env['SEED'] ?? 20261124);
const CLIENTS = 16;
/** Most appends between two kills. */
const MOST_BETWEEN = 60;

const place = createServerPlace();
afterAll(() => place.remove());

/** The server of now; while it is away, who asks waits for the next. */
let current: Promise<ServerProcess>;
/** Acknowledged appends so far, and who wants to hear of each. */
let acknowledged = 0;
let onAcknowledged = (): void => undefined;
let isOver = false;

/** One message after the other, each until it is acknowledged; gives how many were. */
async function writeOn(client: number): Promise<number> {
  for (let seq = 0; ; seq++) {
    while (!(await isTaken(client, seq))) if (isOver) return seq;
    acknowledged++;
    onAcknowledged();
  }
}

async function isTaken(client: number, seq: number): Promise<boolean> {
  const server = await current;
  if (isOver) return false;
  const producer = { 'Producer-Id': `c${client}`, 'Producer-Epoch': '0', 'Producer-Seq': String(seq) };
  const response = await append(server, `${client}:${seq};`, producer).catch(() => undefined);
  if (response !== undefined && response.status >= 400) throw new Error(`an append was refused: ${response.status}`);
  return response !== undefined;
}

const countUp = (more: number): Promise<void> =>
  new Promise((resolve) => {
    const goal = acknowledged + more;
    onAcknowledged = () => {
      if (acknowledged >= goal) resolve();
    };
  });

async function killAndStart(): Promise<void> {
  const server = await current;
  server.kill('SIGKILL');
  current = server.ended.then(() => place.start());
  await current;
}

describe('a server that is killed', () => {
  it(
    `${KILLS} times under ${CLIENTS} clients that try again loses nothing and doubles nothing (seed ${SEED})`,
    async () => {
      const random = createSeededRandom(SEED);
      current = place.start();
      await createStream(await current);
      const clients = Array.from({ length: CLIENTS }, (_, client) => writeOn(client));
      const failed = Promise.all(clients);
      for (let kill = 0; kill < KILLS; kill++) {
        await Promise.race([countUp(1 + random.below(MOST_BETWEEN)), failed]);
        await killAndStart();
      }
      isOver = true;
      const counts = await failed;

      const server = await current;
      const stored = counts.map((): number[] => []);
      for (const message of (await contentOf(server)).split(';').slice(0, -1)) {
        const [client, seq] = message.split(':').map(Number);
        stored[client!]!.push(seq!);
      }
      for (const [client, count] of counts.entries()) {
        const seqs = stored[client]!;
        // In order, none missing, none twice; the last may be there without its acknowledgement having come through.
        expect({ client, seqs }).toEqual({ client, seqs: Array.from(seqs, (_, index) => index) });
        expect([count, count + 1]).toContain(seqs.length);
      }
      expect(acknowledged).toBeGreaterThan(KILLS);
      server.kill('SIGTERM');
      expect(await server.ended).toEqual({ code: 0, signal: null });
    },
    (KILLS + 10) * 20_000,
  );
});
