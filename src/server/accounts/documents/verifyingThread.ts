import { Worker } from 'node:worker_threads';
import type { Means } from '../../../crypto/verification/envelope.ts';
import { isSignedBy } from '../../../crypto/verification/isSignedBy.ts';
import { hashNow } from '../session/seal.ts';
import type { Asked, Judged } from './signatureThread.ts';

interface Waiting {
  readonly asked: Parameters<Means['isSigned']>;
  readonly answer: (isSigned: Promise<boolean> | boolean) => void;
}

const open = () => new Worker(new URL('./signatureThread.ts', import.meta.url));

/**
 * Signatures on a thread of their own, those of one tick together. WebCrypto goes to its threads and back for each: that cost this
 * thread three times what a signature costs. Should the thread end, whatever waited for it is asked of WebCrypto, and the next opens one.
 */
export function createVerifyingThread(openThread: () => Worker = open): Means {
  let thread: Worker | undefined;
  let queue: Waiting[] = [];
  /** In the order in which the thread answers. */
  const sent: (readonly Waiting[])[] = [];

  function start(): Worker {
    const started = openThread();
    started.on('message', (judged: Judged) => sent.shift()?.forEach(({ answer }, index) => answer(judged[index] === true)));
    started.on('error', () => {
      thread = undefined;
      for (const { asked, answer } of sent.splice(0).flat()) answer(isSignedBy(...asked));
    });
    // What keeps the process alive is the server, not this. Last: a listener holds it again.
    started.unref();
    return started;
  }

  function send(): void {
    thread ??= start();
    sent.push(queue);
    thread.postMessage(queue.map(({ asked }) => asked) satisfies Asked);
    queue = [];
  }

  return {
    hash: hashNow,
    isSigned: (...asked) =>
      new Promise((answer) => {
        if (queue.length === 0) setImmediate(send);
        queue.push({ asked, answer });
      }),
  };
}
