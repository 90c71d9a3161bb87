import { createJournalDesk } from './journalDesk.ts';
import type { JournalRequest } from './journalMessages.ts';
import { createOpfsDisk } from './opfsDisk.ts';
import { SALT_BYTES } from './journalFormat.ts';

/** Composition root of the worker that alone holds the journal's files: synchronous file access exists only in a worker. */
const ask = createJournalDesk(createOpfsDisk(), () => crypto.getRandomValues(new Uint8Array(SALT_BYTES)));

addEventListener('message', ({ data }: MessageEvent<JournalRequest>) => void ask(data).then((answer) => postMessage(answer)));
