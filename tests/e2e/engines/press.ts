/**
 * A driver presses a place, not a thing. Whether the thing came to rest in the middle of the window; no when it is gone or keeps moving.
 * Both are scripts that run inside the page, `find` is one that finds the thing.
 */
export const whenItStandsStill = (find: string): string => `new Promise((resolve) => {
  const end = Date.now() + 10000;
  let [before, still] = ['', 0];
  const look = () => {
    const thing = ${find};
    if (!thing || Date.now() > end) return resolve(false);
    if (still === 0) thing.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = thing.getBoundingClientRect();
    const now = [x, y, width, height].join();
    still = now === before ? still + 1 : 0;
    before = now;
    if (still === 3) resolve(true);
    else setTimeout(look, 50);
  };
  look();
})`;

/** From now on the next press counts on this thing alone: on anything else it does nothing. */
export const guard = (find: string): string => `(() => {
  const thing = ${find};
  window.guardedPress?.leave();
  const press = (window.guardedPress = { hit: undefined, leave: () => kinds.forEach((kind) => removeEventListener(kind, look, true)) });
  const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
  const look = (event) => {
    const hit = thing.contains(event.target) || event.target.closest?.('label')?.control === thing;
    if (!hit) (event.preventDefault(), event.stopImmediatePropagation());
    if (event.type !== 'click') return;
    press.hit = hit;
    press.leave();
  };
  for (const kind of kinds) addEventListener(kind, look, true);
})()`;

/** Whether the press came down on it; nothing where another page is there by now. */
export const HIT = 'window.guardedPress?.hit';
