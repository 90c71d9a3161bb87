import type { ReadingKept } from '../../core/consent/youngReader.ts';

const KEY = 'knooppunt.reading';
const HAD_SIMPLE = 'hadSimple';
const NOTHING: ReadingKept = { chosen: null, hadSimple: false };

/** Where a browser keeps nothing: until the page is left. */
let unkept = NOTHING;

/** Which page of the plan a young reader asked for and had, on this device only. */
export function readingKept(): ReadingKept {
  try {
    const words = (localStorage.getItem(KEY) ?? '').split(' ');
    return { chosen: (['simple', 'whole'] as const).find((each) => words.includes(each)) ?? null, hadSimple: words.includes(HAD_SIMPLE) };
  } catch {
    return unkept;
  }
}

export function keepReading(kept: ReadingKept): void {
  unkept = kept;
  try {
    localStorage.setItem(KEY, [kept.chosen, kept.hadSimple && HAD_SIMPLE].filter(Boolean).join(' '));
  } catch {
    // Kept above.
  }
}

/** For wiping a device: nothing stays behind. */
export function forgetReading(): void {
  unkept = NOTHING;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
