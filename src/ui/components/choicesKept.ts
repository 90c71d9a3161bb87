import { useSyncExternalStore } from 'react';
import type { ReadingKept } from '../../core/consent/youngReader.ts';
import { forgetLanguage } from '../i18n/catalogue.ts';
import { chooseDiscreet } from './discreet.ts';
import { chooseLargeText } from './largeText.ts';

const KEY = 'knooppunt.reading';
const HAD_SIMPLE = 'hadSimple';
const listeners = new Set<() => void>();

/** Where a browser keeps nothing: until the page is left. */
let unkept = '';

function wordsKept(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return unkept;
  }
}

/** Which page of the plan a young reader asked for and had, on this device only. */
export function readingKept(text = wordsKept()): ReadingKept {
  const words = text.split(' ');
  return { chosen: (['simple', 'whole'] as const).find((each) => words.includes(each)) ?? null, hadSimple: words.includes(HAD_SIMPLE) };
}

/** The same, followed. */
export const useReadingKept = (): ReadingKept => readingKept(useSyncExternalStore(subscribe, wordsKept));

export const keepReading = ({ chosen, hadSimple }: ReadingKept): void => write([chosen, hadSimple && HAD_SIMPLE].filter(Boolean).join(' '));

export const forgetReading = (): void => write('');

/** What somebody chose on this device and is kept beside the sealed store: for wiping it, so that nothing stays behind. */
export function forgetChoices(): void {
  forgetLanguage();
  chooseDiscreet(null);
  chooseLargeText(false);
  forgetReading();
}

function write(words: string): void {
  unkept = words;
  try {
    if (words === '') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, words);
  } catch {
    // Kept above.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
