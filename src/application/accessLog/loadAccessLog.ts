type AccessLogWork = typeof import('./accessLogWork.ts');

let loading: Promise<AccessLogWork> | undefined;

/** Fetched once, from what is on the device already: nothing of it is needed before a case is open. */
export const loadAccessLog = (): Promise<AccessLogWork> => (loading ??= import('./accessLogWork.ts').catch(tryAgainNextTime));

function tryAgainNextTime(error: unknown): never {
  loading = undefined;
  throw error;
}
