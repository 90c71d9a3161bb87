import type { StorageState } from '../application.ts';

/** Before the browser was asked. */
export const unknownStorage: StorageState = {
  journal: 'otherTab',
  healed: 'nothing',
  persisted: 'unknown',
  usedBytes: null,
  availableBytes: null,
  journalBytes: null,
  unlockMilliseconds: null,
  lastBackup: null,
  backupDue: false,
  recoveryCode: 'none',
  restartTest: 'notYet',
  autoLockMinutes: 10,
  secret: 'passphrase',
  passkey: 'unsupported',
  shared: false,
  otherVersion: false,
  clockSuspect: null,
};
