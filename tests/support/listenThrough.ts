import { virtual } from '@guidepup/virtual-screen-reader';

/** More than any screen has to say. */
const MOST = 2_000;

/** Everything that a screen reader says of this part of the page, from its begin to its end, in order. */
export async function listenThrough(container: HTMLElement): Promise<readonly string[]> {
  await virtual.start({ container });
  try {
    for (let steps = 0; !(await virtual.lastSpokenPhrase()).startsWith('end of document'); steps++) {
      if (steps === MOST) throw new Error('the screen reader found no end');
      await virtual.next();
    }
    return await virtual.spokenPhraseLog();
  } finally {
    await virtual.stop();
  }
}
