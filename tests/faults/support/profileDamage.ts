import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a kill in the middle of a LevelDB write leaves: the header of a record whose body never came. LevelDB takes it for the end,
 * writes on behind it, and at the next start finds the log unreadable; Chromium then throws the whole database away (leveldb #1287).
 */
const TORN_HEADER = Buffer.from([0x31, 0x41, 0x59, 0x26, 0x00, 0x10, 0x01]);

/** Damages the IndexedDB of every origin in a profile of which the browser was killed. Returns how many logs it hit. */
export function tearDatabaseLog(profileFolder: string): number {
  const root = join(profileFolder, 'Default', 'IndexedDB');
  const folders = readdirSync(root).filter((name) => name.endsWith('.leveldb'));
  for (const folder of folders) {
    const logs = readdirSync(join(root, folder)).filter((name) => name.endsWith('.log'));
    const newest = logs.sort((a, b) => Number.parseInt(a) - Number.parseInt(b)).at(-1);
    if (!newest) throw new Error('no LevelDB log found: the profile is laid out otherwise than this test knows');
    appendFileSync(join(root, folder, newest), TORN_HEADER);
  }
  return folders.length;
}

export interface Canary {
  readonly text: string;
  readonly file: string;
  readonly coding: 'utf8' | 'utf16le' | 'base64';
}

/** Every place in a profile where one of the texts can be read. Searches raw bytes, so compressed files would hide one. */
export function findInProfile(profileFolder: string, texts: readonly string[]): readonly Canary[] {
  const needles = texts.flatMap((text) => [
    { text, coding: 'utf8' as const, bytes: Buffer.from(text, 'utf8') },
    { text, coding: 'utf16le' as const, bytes: Buffer.from(text, 'utf16le') },
    ...base64Forms(text).map((form) => ({ text, coding: 'base64' as const, bytes: Buffer.from(form) })),
  ]);
  return filesIn(profileFolder).flatMap((file) => {
    const content = readFileSync(file);
    return needles.filter(({ bytes }) => content.includes(bytes)).map(({ text, coding }) => ({ text, file, coding }));
  });
}

/** The text may start at any of three places in a group of base64; its first and last characters then depend on the neighbours. */
function base64Forms(text: string): readonly string[] {
  return [0, 1, 2].map((shift) => {
    const coded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])
      .toString('base64')
      .replaceAll('=', '');
    return coded.slice(shift === 0 ? 0 : 4, -2);
  });
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}
