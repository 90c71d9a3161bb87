import { StorageFailure, type Journal, type JournalMark } from '../../application/ports.ts';
import { trustedScriptUrl } from '../browser/trustedTypes.ts';
import journalWorkerUrl from './journal.worker.ts?worker&url';
import { encodeBody, frameLength } from './journalFormat.ts';
import type { AskJournal, JournalAnswer, JournalMessage, JournalRequest } from './journalMessages.ts';

/** The journal in the origin private file system, or null where this window cannot keep one. Opens no file yet. */
export async function createOpfsJournal(): Promise<Journal | null> {
  try {
    // Private windows of some browsers refuse here. Whoever gets through has synchronous files too: they are older than Ed25519.
    await navigator.storage.getDirectory();
  } catch {
    return null;
  }
  return createJournal(askWorker(new Worker(trustedScriptUrl(journalWorkerUrl), { type: 'module', name: 'journal' })));
}

/** The journal as the application knows it, over anything that answers its calls. */
export function createJournal(ask: AskJournal): Journal {
  let mark: JournalMark = { bytes: 0, records: 0 };
  return {
    open: async () => {
      const opened = await ask('open', null);
      mark = opened.mark;
      return opened;
    },
    markAfter: (records) => ({ bytes: mark.bytes + frameLength(records), records: mark.records + records.length }),
    append: async (records) => {
      mark = await ask('append', records);
    },
    read: (fromByte) => ask('read', fromByte),
    erase: async (prefixes) => {
      mark = await ask('erase', prefixes);
    },
    close: async () => {
      await ask('close', null);
    },
    wipe: async () => {
      await ask('wipe', null);
    },
  };
}

function askWorker(worker: Worker): AskJournal {
  const waiting = new Map<number, { readonly resolve: (output: never) => void; readonly reject: (error: StorageFailure) => void }>();
  let lastId = 0;
  let isDead = false;
  worker.addEventListener('message', ({ data }: MessageEvent<JournalAnswer>) => {
    const caller = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.ok) caller?.resolve(data.output as never);
    else caller?.reject(new StorageFailure(data.problem));
  });
  worker.addEventListener('error', () => {
    isDead = true;
    for (const { reject } of waiting.values()) reject(new StorageFailure('storageLost'));
    waiting.clear();
  });
  return (name, input) =>
    new Promise((resolve, reject) => {
      if (isDead) return reject(new StorageFailure('storageLost'));
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      const message = pack({ id: lastId, name, input } as JournalRequest);
      worker.postMessage(message, message.name === 'append' ? [message.input.buffer] : []);
    });
}

const pack = (request: JournalRequest): JournalMessage =>
  request.name === 'append' ? { ...request, input: encodeBody(request.input) } : request;
