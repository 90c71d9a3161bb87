type ExchangeWork = typeof import('./exchangeWork.ts');

let loading: Promise<ExchangeWork> | undefined;

/** Fetched after unlocking, from what is on the device already: nothing of it is needed to begin or to list the cases. */
export const loadExchange = (): Promise<ExchangeWork> => (loading ??= import('./exchangeWork.ts').catch(tryAgainNextTime));

function tryAgainNextTime(error: unknown): never {
  loading = undefined;
  throw error;
}
