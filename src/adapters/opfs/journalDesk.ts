import { StorageFailure } from '../../application/ports.ts';
import { openJournalFiles, type JournalFile, type JournalFiles } from './journalFiles.ts';
import type { JournalAnswer, JournalCalls, JournalRequest } from './journalMessages.ts';

/** The two files of the journal, wherever they are. */
export interface JournalDisk {
  readonly openPair: () => Promise<readonly [JournalFile, JournalFile]>;
  readonly removePair: () => Promise<void>;
}

/** Answers requests one after the other: what came first is on disk first. */
export function createJournalDesk(disk: JournalDisk, makeSalt: () => Uint8Array): (request: JournalRequest) => Promise<JournalAnswer> {
  let files: JournalFiles | null = null;
  let busy: Promise<unknown> = Promise.resolve();

  const requireFiles = () => {
    if (!files) throw new StorageFailure('storageLost');
    return files;
  };
  const closeFiles = () => {
    files?.close();
    files = null;
    return null;
  };

  async function act(request: JournalRequest): Promise<JournalCalls[keyof JournalCalls]['output']> {
    switch (request.name) {
      case 'open':
        closeFiles();
        files = openJournalFiles(await disk.openPair(), makeSalt);
        return { mark: files.mark(), cutBytes: files.cutBytes };
      case 'append':
        return requireFiles().append(request.input);
      case 'read':
        return requireFiles().read(request.input);
      case 'erase':
        return requireFiles().erase(request.input);
      case 'close':
        return closeFiles();
      case 'wipe':
        closeFiles();
        await disk.removePair();
        return null;
    }
  }

  return (request) => {
    const answer = busy.then(async (): Promise<JournalAnswer> => {
      try {
        return { id: request.id, ok: true, output: await act(request) };
      } catch (error) {
        return { id: request.id, ok: false, problem: problemOf(error) };
      }
    });
    busy = answer;
    return answer;
  };
}

function problemOf(error: unknown): StorageFailure['problem'] {
  if (error instanceof StorageFailure) return error.problem;
  return error instanceof Error && error.name === 'QuotaExceededError' ? 'diskFull' : 'storageLost';
}
