import { createJournalDesk } from './journalDesk.ts';
import type { JournalMessage, JournalRequest } from './journalMessages.ts';
import { createOpfsDisk } from './opfsDisk.ts';
import { decodeBody, SALT_BYTES } from './journalFormat.ts';

/** Composition root of the worker that alone holds the journal's files: synchronous file access exists only in a worker. */
const ask = createJournalDesk(createOpfsDisk(), () => crypto.getRandomValues(new Uint8Array(SALT_BYTES)));

addEventListener('message', ({ data }: MessageEvent<JournalMessage>) => void ask(unpack(data)).then((answer) => postMessage(answer)));

const unpack = (message: JournalMessage): JournalRequest =>
  message.name === 'append' ? { ...message, input: decodeBody(message.input) } : message;
