const KEY = 'knooppunt.letters';
const LARGE = '130%';

/** For a browser that keeps nothing: the choice holds until the page closes. */
let isLarge = readKept();
/** For the screen on the wall, as long as somebody shows it there. */
let isOnWall = false;

/** Whether somebody chose larger letters on this device. */
export const hasLargeText = (): boolean => isLarge;

export function chooseLargeText(next: boolean): void {
  isLarge = next;
  try {
    if (next) localStorage.setItem(KEY, 'large');
    else localStorage.removeItem(KEY);
  } catch {
    // Kept above.
  }
  show();
}

export function showOnWall(next: boolean): void {
  isOnWall = next;
  show();
}

/** All text grows; every size is relative to this one. */
function show(): void {
  document.documentElement.style.fontSize = isLarge || isOnWall ? LARGE : '';
}

function readKept(): boolean {
  try {
    return localStorage.getItem(KEY) === 'large';
  } catch {
    return false;
  }
}

// Before the first screen.
show();
