import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/**
 * After going to another screen the focus is on its heading and the page is at its top. A heading that is still loading gets it when it
 * comes. Where the address leads to a part of the screen, that screen may have brought people there already: then they stay.
 */
export function useFocusOnNavigation(): void {
  const { pathname, hash } = useLocation();
  const type = useNavigationType();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    const arrive = () => isAt(hash) || focusHeading();
    if (type !== 'POP' && !isAt(hash) && document.scrollingElement) document.scrollingElement.scrollTop = 0;
    if (arrive()) return;
    const observer = new MutationObserver(() => arrive() && observer.disconnect());
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [pathname, hash, type]);
}

const isAt = (hash: string): boolean => hash !== '' && document.getElementById(hash.slice(1))?.contains(document.activeElement) === true;

function focusHeading(): boolean {
  const heading = document.querySelector<HTMLElement>('main h1');
  heading?.focus({ preventScroll: true });
  return heading !== null;
}
