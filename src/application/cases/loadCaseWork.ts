type CaseWork = typeof import('./caseWork.ts');

let loading: Promise<CaseWork> | undefined;

/** Fetched once, from what is on the device already. Unlocking asks for it early: deriving the key takes longer. */
export const loadCaseWork = (): Promise<CaseWork> => (loading ??= import('./caseWork.ts').catch(tryAgainNextTime));

function tryAgainNextTime(error: unknown): never {
  loading = undefined;
  throw error;
}
