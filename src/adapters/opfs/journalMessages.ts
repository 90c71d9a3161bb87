import type { JournalMark, StorageFailure, StoredRecord } from '../../application/ports.ts';

/** What the page asks its journal worker, and what each answer holds. */
export interface JournalCalls {
  readonly open: { readonly input: null; readonly output: { readonly mark: JournalMark; readonly cutBytes: number } };
  readonly append: { readonly input: readonly StoredRecord[]; readonly output: JournalMark };
  readonly read: { readonly input: number; readonly output: { readonly records: readonly StoredRecord[]; readonly damaged: number } };
  readonly erase: { readonly input: readonly string[]; readonly output: JournalMark };
  readonly close: { readonly input: null; readonly output: null };
  readonly wipe: { readonly input: null; readonly output: null };
}

export type JournalRequest = {
  [Name in keyof JournalCalls]: { readonly id: number; readonly name: Name; readonly input: JournalCalls[Name]['input'] };
}[keyof JournalCalls];

/** The same on its way to the worker: records are packed into one stretch of bytes, which is handed over instead of copied. */
export type JournalMessage =
  | Exclude<JournalRequest, { readonly name: 'append' }>
  | { readonly id: number; readonly name: 'append'; readonly input: Uint8Array<ArrayBuffer> };

export type JournalAnswer =
  | { readonly id: number; readonly ok: true; readonly output: JournalCalls[keyof JournalCalls]['output'] }
  | { readonly id: number; readonly ok: false; readonly problem: StorageFailure['problem'] };

/** Asks one thing and resolves with its answer; rejects with a StorageFailure. */
export type AskJournal = <Name extends keyof JournalCalls>(
  name: Name,
  input: JournalCalls[Name]['input'],
) => Promise<JournalCalls[Name]['output']>;
