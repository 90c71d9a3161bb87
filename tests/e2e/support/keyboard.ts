import { expect, type Locator, type Page } from '@playwright/test';

export interface Keyboard {
  /** With Tab alone, to what should have the focus; every stop on the way must be seen. `back`: with Shift-Tab. */
  readonly goTo: (place: Locator, back?: boolean) => Promise<void>;
  /** A key on what has the focus. After it the focus is somewhere, and can be seen. */
  readonly press: (key: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Goes there and presses Enter. */
  readonly choose: (place: Locator) => Promise<void>;
  /** Goes to a field and writes in it. */
  readonly fillIn: (field: Locator, text: string) => Promise<void>;
  /** A day as YYYY-MM-DD, digit by digit, in whichever order this browser shows its parts. */
  readonly fillInDay: (field: Locator, day: string) => Promise<void>;
  /** How many stops were looked at. */
  readonly stops: () => number;
}

const MOST_STOPS = 150;
const NOWHERE = 'nowhere';

/** A person without a mouse: nothing is clicked, and nothing gets the focus but by a key. */
export function createKeyboard(page: Page): Keyboard {
  let stops = 0;
  const press = async (key: string) => {
    await page.keyboard.press(key);
    // What was pressed may bring another screen, whose heading gets the focus when it is there.
    await expect
      .poll(async () => (await page.evaluate(lookAtFocus, null)).fault, {
        message: `the focus after ${key}`,
        intervals: [20, 50, 100],
        timeout: 5_000,
      })
      .toBeNull();
  };
  const goTo = async (place: Locator, back = false) => {
    await expect(place).toHaveCount(1);
    let target = await place.elementHandle();
    let seen = await page.evaluate(lookAtFocus, target);
    for (let count = 0; !seen.isThere; count++) {
      if (count === MOST_STOPS) throw new Error(`no way by Tab to ${String(place)}`);
      await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      if (seen.isGone) target = await place.elementHandle();
      seen = await page.evaluate(lookAtFocus, target);
      // Behind the last stop is the browser itself: the next one is the first of the page.
      if (seen.fault === NOWHERE) continue;
      expect(seen.fault, 'the focus').toBeNull();
      stops += 1;
    }
  };
  const type = async (text: string) => await page.keyboard.type(text);
  return {
    goTo,
    press,
    type,
    choose: async (place) => {
      await goTo(place);
      await press('Enter');
    },
    fillIn: async (field, text) => {
      await goTo(field);
      await type(text);
    },
    fillInDay: async (field, day) => {
      await goTo(field);
      const [year, month, date] = day.split('-');
      for (const digits of [`${date}${month}${year}`, `${month}${date}${year}`]) {
        await press('ArrowLeft');
        await press('ArrowLeft');
        await type(digits);
        if ((await field.inputValue()) === day) return;
      }
      throw new Error('no such day in this field');
    },
    stops: () => stops,
  };
}

interface Seen {
  /** What is wrong with where the focus is: nobody sees it, or it lies behind something. Null: nothing. */
  readonly fault: string | null;
  readonly isThere: boolean;
  /** What was looked for has been drawn anew. */
  readonly isGone: boolean;
}

/** In one look inside the page. */
function lookAtFocus(target: Node | null): Seen {
  const element = document.activeElement;
  const hasRing = (shown: Element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$|transparent/.test(outlineColor);
  };
  const findFault = (): string | null => {
    if (!(element instanceof HTMLElement) || element === document.body) return 'nowhere';
    const name = element.outerHTML.slice(0, 160);
    // A field that stands in its own frame shows the ring around that.
    const ringed = [element, element.closest('label'), element.parentElement].find((shown) => shown !== null && hasRing(shown));
    if (!ringed && !element.matches('[role=dialog], [role=alertdialog]')) return `no ring around ${name}`;
    const shown = ringed ?? element;
    const box = shown.getBoundingClientRect();
    const inset = 4;
    const across = [box.left + inset, box.left + box.width / 2, box.right - inset];
    const down = [box.top + inset, box.top + box.height / 2, box.bottom - inset];
    const isInSight = across.some((x) =>
      down.some((y) => {
        const top = document.elementFromPoint(x, y);
        return top !== null && (shown.contains(top) || top.contains(element));
      }),
    );
    return isInSight ? null : `behind something or outside the window: ${name}`;
  };
  return { fault: findFault(), isThere: target !== null && element === target, isGone: target?.isConnected === false };
}
