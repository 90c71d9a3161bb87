import type { Store } from '../../application/application.ts';
import { paths } from './paths.ts';

/**
 * A link with a secret that somebody opened: an invitation, or the one of a server's first start. It is taken out of the address bar
 * before anything is shown, and lives in memory only: not in the history, a title or a log. Closing the tab forgets it.
 */
export interface OpenedLink {
  readonly type: 'invitation' | 'setUp';
  readonly link: string;
  /** The person said yes; set before the device is set up, so that it goes on after that without asking again. */
  readonly isAgreed: boolean;
}

const KINDS = [
  ['#uitnodiging=', 'invitation'],
  ['#setup=', 'setUp'],
] as const;

let opened: OpenedLink | null = null;
const listeners = new Set<() => void>();
function set(next: OpenedLink | null): void {
  opened = next;
  for (const listener of listeners) listener();
}

export const openedLink: Store<OpenedLink | null> = {
  get: () => opened,
  subscribe: (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/** Whether a text that a camera read is a link of ours at all. */
export const isLink = (text: string): boolean => KINDS.some(([start]) => text.includes(start));

/** What a person pasted or the address bar had: remembered until it is used. */
export const rememberLink = (link: string): void => set({ link, isAgreed: false, type: link.includes('#setup=') ? 'setUp' : 'invitation' });
export const agreeToLink = (): void => set(opened && { ...opened, isAgreed: true });
export const forgetLink = (): void => set(null);

/** Takes a secret out of the address bar, at once; true when there was one. The address becomes that of joining. */
export function takeLink({ location, history }: Pick<Window, 'location' | 'history'>): boolean {
  const kind = KINDS.find(([start]) => location.hash.startsWith(start));
  if (!kind) return false;
  set({ type: kind[1], link: location.hash, isAgreed: false });
  history.replaceState(null, '', paths.join);
  return true;
}
