import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createDexieDatabase } from '../../src/adapters/dexie/database.ts';
import { createMemoryDatabase } from '../../src/adapters/memory/database.ts';
import { createMemoryJournal } from '../../src/adapters/memory/journal.ts';
import { describeDatabase } from './databaseContract.ts';
import { describeJournal } from './journalContract.ts';
import { createJournalOnFakeFiles } from '../support/journalOnFakeFiles.ts';
import { createFakeFiles } from '../support/fakeFiles.ts';

describeDatabase('memory', createMemoryDatabase);
describeDatabase('Dexie', () => createDexieDatabase('knooppunt', { indexedDB: new IDBFactory(), IDBKeyRange }));

describeJournal('memory', createMemoryJournal);
describeJournal('files', () => createJournalOnFakeFiles(createFakeFiles()));
