import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** A link from elsewhere to a part of this page ("...#actions") brings that part into sight, with the focus on its heading. */
export function useJumpToSection(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const section = hash ? document.getElementById(hash.slice(1)) : null;
    if (!section) return;
    section.scrollIntoView({ block: 'start' });
    section.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [hash, key]);
}
