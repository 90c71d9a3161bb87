import type { Teller } from './exchangeStory.ts';
import { settle } from './fakeClock.ts';

/** Waits for what happens without time going by, then lets some time go by for these people, and so on. `turns`: after so many it was in vain. */
export async function untilExchanged(
  tellers: readonly Teller[],
  isSo: () => boolean | Promise<boolean>,
  { turns = 200, tell = () => '' }: { readonly turns?: number; readonly tell?: (teller: Teller) => string } = {},
): Promise<void> {
  for (let turn = 0; !(await isSo()); turn++) {
    if (turn > turns) throw new Error(`waited in vain for: ${isSo.toString()}\n${tellers.map(tell).join('\n')}`);
    await settle(10);
    if (turn % 5 === 4) for (const { stored } of tellers) stored.clock.advance(1_000);
  }
}
