import { useEffect } from 'react';

/** Milliseconds for whoever knows a better place: a new field, the heading of the next screen, what opened a dialog. */
const PATIENCE = 100;

/**
 * A button that is gone after it was pressed takes the focus along, and whoever works by keyboard or ear would start anew at the top
 * of the page. Then the nearest heading that still stands around that place gets it.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    /** What had the focus last, and all that stood around it, nearest first; behind a dialog's own that of its opener. */
    let trail: readonly Element[] = [];
    /** The same for what had it last outside dialogs. */
    let outside: readonly Element[] = [];
    let wasSeen = false;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const remember = (event: FocusEvent) => {
      if (!(event.target instanceof Element)) return;
      wasSeen = event.target.matches(':focus-visible');
      const own = withAncestors(event.target);
      const isInDialog = own.some((element) => element.matches('[role=dialog], [role=alertdialog]'));
      if (!isInDialog) outside = own;
      trail = isInDialog ? [...own, ...outside] : own;
    };
    const isLost = () => document.activeElement === document.body && trail[0]?.isConnected === false;
    const keep = () => {
      waiting = undefined;
      const standing = [...trail.filter((element) => element.isConnected), document.body];
      // The page moves only for who saw the focus: under a finger or a mouse it stays where it is.
      if (isLost()) nearestPlace(standing, outside[0])?.focus({ preventScroll: !wasSeen });
    };
    const look = () => {
      if (isLost()) waiting ??= setTimeout(keep, PATIENCE);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      clearTimeout(waiting);
    };
  }, []);
}

/** Without the page itself. */
function withAncestors(element: Element): readonly Element[] {
  const { parentElement: parent } = element;
  return parent && parent !== document.body ? [element, ...withAncestors(parent)] : [element];
}

function nearestPlace(standing: readonly Element[], opener: Element | undefined): HTMLElement | null {
  for (const element of standing) {
    if (element === opener && element instanceof HTMLElement) return element;
    const heading = element.querySelector<HTMLElement>(element.querySelector('main') ? 'main h1' : 'h1, h2, h3');
    if (!heading) continue;
    heading.tabIndex = -1;
    return heading;
  }
  return null;
}
