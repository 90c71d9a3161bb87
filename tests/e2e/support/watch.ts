import type { BrowserContext } from '@playwright/test';

export interface Watch {
  /** Everything that must stay empty: console errors, uncaught errors, CSP violations, requests to elsewhere. */
  readonly problems: readonly string[];
}

/** Listens to every page of a browser for what must never happen. A request that fails because the server is gone does not count. */
export async function watchForProblems(context: BrowserContext, origin: string): Promise<Watch> {
  const problems: string[] = [];
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  context.on('console', (message) => {
    if (
      message.type() === 'error' &&
      !/net::ERR_|Failed to load resource|service worker script|An unknown error occurred when fetching the script/.test(message.text())
    )
      problems.push(message.text());
  });
  context.on('weberror', (error) => problems.push(error.error().stack ?? error.error().message));
  context.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) problems.push(`request to ${request.url()}`);
  });
  return { problems };
}
