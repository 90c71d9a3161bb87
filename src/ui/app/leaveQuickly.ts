import type { Application } from '../../application/application.ts';

/** A page of our own without anything of Knooppunt on it. The service worker keeps it, so it is there offline and asks nobody. */
const NEUTRAL_PAGE = '/notities.html';

/** Milliseconds. Whoever looks over a shoulder sees nothing from the first moment; what was being saved gets so long. */
const GRACE = 300;

/**
 * Away from here at once: the screen is empty in the same breath, the device locks, and a neutral page takes the place of this one, so that
 * "back" does not lead here. What the browser kept of the page is thrown away when somebody goes back further.
 */
export async function leaveQuickly({ lock }: Pick<Application, 'lock'>, page: Page = window): Promise<void> {
  page.document.documentElement.hidden = true;
  page.document.title = '';
  page.addEventListener('pageshow', () => page.location.reload());
  await Promise.race([lock('asked').catch(() => undefined), new Promise((resolve) => page.setTimeout(resolve, GRACE))]);
  page.location.replace(NEUTRAL_PAGE);
}

/** What it asks of a window. */
export interface Page {
  readonly document: { title: string; readonly documentElement: { hidden: boolean | string } };
  readonly location: Pick<Location, 'replace' | 'reload'>;
  readonly addEventListener: (type: 'pageshow', listener: () => void) => void;
  readonly setTimeout: (callback: (done: unknown) => void, milliseconds: number) => unknown;
}
