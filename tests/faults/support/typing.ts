import type { Locator } from '@playwright/test';

export interface Acknowledgement {
  /** What the field held when it last said "Opgeslagen op dit apparaat". */
  readonly saved: string;
  /** Everything that was ever typed in it. */
  readonly typed: string;
}

/** Types on at the end of a field until told to stop, and keeps the newest value that the app itself called saved. */
export async function typeUntil(field: Locator, nextWord: () => string, before: string, isTimeUp: () => boolean): Promise<Acknowledgement> {
  let [saved, typed] = [before, before];
  await field.press('Control+End');
  while (!isTimeUp()) {
    const word = nextWord();
    typed += word;
    await field.pressSequentially(word, { delay: 5 });
    for (let isSaved = false; !isSaved && !isTimeUp();) {
      const seen = await readField(field);
      isSaved = seen.isSaved;
      if (isSaved) saved = seen.value;
    }
  }
  return { saved, typed };
}

/** Value and words about it in one look inside the page, so no keystroke comes in between. The words stand in the field's frame. */
export function readField(field: Locator): Promise<{ readonly value: string; readonly isSaved: boolean; readonly isNotSaved: boolean }> {
  return field.evaluate((element) => {
    const words = element.parentElement?.textContent ?? '';
    return {
      value: (element as HTMLInputElement | HTMLTextAreaElement).value,
      isSaved: words.includes('Opgeslagen op dit apparaat'),
      isNotSaved: words.includes('Niet bewaard'),
    };
  });
}
