type CircleWork = typeof import('./circleWork.ts');

let loading: Promise<CircleWork> | undefined;

/** Fetched when somebody looks at a circle, an invitation or an organisation: not needed to begin, to unlock or to list the cases. */
export const loadCircleWork = (): Promise<CircleWork> => (loading ??= import('./circleWork.ts').catch(tryAgainNextTime));

function tryAgainNextTime(error: unknown): never {
  loading = undefined;
  throw error;
}
