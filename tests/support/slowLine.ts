import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { SeededRandom } from './seededRandom.ts';

/** A line as bad as the one at a kitchen table behind thick walls, between a device and the server. */
export interface SlowLine {
  readonly url: string;
  /** Connections that it broke. */
  readonly cuts: () => number;
  readonly stop: () => Promise<void>;
}

export interface LineQuality {
  /** In each direction, shared by all connections. */
  readonly bitsPerSecond: number;
  /** Milliseconds in each direction. */
  readonly delay: number;
  /** Each connection breaks after some number of bytes between these. */
  readonly cutAfter: { readonly least: number; readonly most: number };
  readonly random: SeededRandom;
}

export async function startSlowLine(target: string, { bitsPerSecond, delay, cutAfter, random }: LineQuality): Promise<SlowLine> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const [up, down] = [createTurns(bitsPerSecond), createTurns(bitsPerSecond)];
  let cuts = 0;

  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A break is what this line is for: those at its ends see it.
    socket.on('error', () => undefined);
    return socket;
  };

  const server = createServer((socket) => {
    const [near, far] = [keep(socket), keep(connect(Number(port), hostname))];
    let left = cutAfter.least + random.below(cutAfter.most - cutAfter.least);
    const end = () => [near, far].forEach((each) => each.destroy());
    const cut = () => {
      cuts++;
      end();
    };
    const carry = async (from: Socket, to: Socket, turn: ReturnType<typeof createTurns>): Promise<void> => {
      for await (const part of from as AsyncIterable<Uint8Array>)
        for (let at = 0; at < part.length; at += PIECE) {
          const piece = part.subarray(at, at + PIECE);
          await turn(piece.length);
          left -= piece.length;
          if (left < 0) return cut();
          setTimeout(() => to.write(piece), delay);
        }
      setTimeout(() => to.end(), delay);
    };
    carry(near, far, up).catch(end);
    carry(far, near, down).catch(end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      sockets.forEach((socket) => socket.destroy());
      await closed;
    },
  };
}

/** What a connection hands over at a time: several of them take turns on the line. */
const PIECE = 1_400;

/** Resolves when so many bytes have gone over the line, after those that came before. */
function createTurns(bitsPerSecond: number): (bytes: number) => Promise<void> {
  let free = 0;
  return (bytes) => {
    const now = performance.now();
    free = Math.max(free, now) + (bytes * 8_000) / bitsPerSecond;
    return new Promise((resolve) => setTimeout(resolve, free - now));
  };
}
