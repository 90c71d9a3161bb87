import { createJournalDesk } from '../../src/adapters/opfs/journalDesk.ts';
import { createJournal } from '../../src/adapters/opfs/journal.ts';
import type { AskJournal, JournalRequest } from '../../src/adapters/opfs/journalMessages.ts';
import { StorageFailure, type Journal } from '../../src/application/ports.ts';
import { createSeededRandom } from './seededRandom.ts';
import type { FakeFiles } from './fakeFiles.ts';

/** The real journal, with the worker's desk on this side and the files in memory. */
export function createJournalOnFakeFiles(files: FakeFiles): Journal {
  const random = createSeededRandom(1);
  const answer = createJournalDesk(files.disk, () => random.bytes(16));
  const ask: AskJournal = async (name, input) => {
    const reply = await answer(structuredClone({ id: 1, name, input }) as JournalRequest);
    if (!reply.ok) throw new StorageFailure(reply.problem);
    return reply.output as never;
  };
  return createJournal(ask);
}
