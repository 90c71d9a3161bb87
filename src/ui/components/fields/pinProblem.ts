import type { MessageKey } from '../../i18n/catalogue.ts';

const SHORTEST_PIN = 6;

/** What is wrong with a code of figures, or null. Rows, steps and one pair again and again are what is tried first. */
export function pinProblem(pin: string): Extract<MessageKey, `join.setUp.pin${string}`> | null {
  if (!/^\d+$/.test(pin) || pin.length < SHORTEST_PIN) return 'join.setUp.pinShort';
  const steps = new Set(
    pin
      .split('')
      .slice(1)
      .map((figure, at) => Number(figure) - Number(pin[at])),
  );
  const isGuessable = steps.size === 1 || new Set(pin).size < 3;
  return isGuessable ? 'join.setUp.pinGuessable' : null;
}
