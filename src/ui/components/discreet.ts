const KEY = 'knooppunt.discreet';
/** A notepad, in place of the knot. */
const NEUTRAL_ICON = '/notities.svg';
const ICON = '/icon.svg';

let title = document.title;

/** How the tab is called instead, as somebody chose on this device; null: it says what it is. */
export function discreetTitle(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** The name of the screen in the tab, the task bar and the history, unless something neutral was chosen. */
export function showTitle(next: string): void {
  title = next;
  show();
}

/** `neutral`: what to call the tab from now on, in the language of whoever chose; null: what it is. Kept on this device only. */
export function chooseDiscreet(neutral: string | null): void {
  try {
    if (neutral === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, neutral);
  } catch {
    // A browser that keeps nothing: nothing was promised that outlives the page.
  }
  show();
}

function show(): void {
  const neutral = discreetTitle();
  document.title = neutral ?? title;
  const icon = document.querySelector('link[rel="icon"]');
  const wanted = neutral === null ? ICON : NEUTRAL_ICON;
  if (icon && icon.getAttribute('href') !== wanted) icon.setAttribute('href', wanted);
}

// Before the first screen: until then the page itself says the name.
show();
