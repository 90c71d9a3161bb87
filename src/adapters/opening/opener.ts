import type { Opener, Opening } from '../../application/ports.ts';
import { joinBytes } from '../../protocol/bytes.ts';
import { trustedScriptUrl } from '../browser/trustedTypes.ts';
import type { OpeningAnswer, OpeningRequest } from './openingMessages.ts';
import openingWorkerUrl from './opening.worker.ts?worker&url';

/** Milliseconds without work after which the worker ends: what it read goes with it. */
const REST = 10_000;

interface Asked {
  readonly count: number;
  readonly openings: Opening[];
  readonly resolve: (openings: readonly Opening[]) => void;
  readonly reject: (error: Error) => void;
}

/** Verifies and opens in a worker, which is there only while there is work. */
export function createWorkerOpener(): Opener {
  const asked = new Map<number, Asked>();
  let worker: Worker | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let last = 0;

  const end = () => {
    clearTimeout(resting);
    worker?.terminate();
    worker = null;
  };
  const fail = () => {
    end();
    for (const { reject } of asked.values()) reject(new Error('the envelopes were not opened'));
    asked.clear();
  };
  const hear = ({ data: { id, openings } }: MessageEvent<OpeningAnswer>) => {
    const question = asked.get(id);
    if (!question) return;
    if (!openings) return fail();
    question.openings.push(...openings);
    if (question.openings.length < question.count) return;
    asked.delete(id);
    question.resolve(question.openings);
    if (asked.size === 0) resting = setTimeout(end, REST);
  };
  const begin = () => {
    const begun = new Worker(trustedScriptUrl(openingWorkerUrl), { type: 'module', name: 'opening' });
    begun.addEventListener('message', hear);
    begun.addEventListener('error', fail);
    return begun;
  };

  return {
    end: fail,
    prepare: () => {
      clearTimeout(resting);
      worker ??= begin();
      if (asked.size === 0) resting = setTimeout(end, REST);
    },
    open: (envelopes, means) =>
      new Promise((resolve, reject) => {
        if (envelopes.length === 0) return resolve([]);
        clearTimeout(resting);
        worker ??= begin();
        last += 1;
        asked.set(last, { count: envelopes.length, openings: [], resolve, reject });
        const joined = joinBytes(envelopes);
        const request: OpeningRequest = { id: last, envelopes: joined, lengths: envelopes.map(({ length }) => length), means };
        worker.postMessage(request, [joined.buffer]);
      }),
  };
}
