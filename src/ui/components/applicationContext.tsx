import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { Application, OpenCase, Store } from '../../application/application.ts';
import type { CaseView } from '../../core/plan/caseView.ts';

const ApplicationContext = createContext<Application | null>(null);
const OpenCaseContext = createContext<OpenCase | null>(null);

export const ApplicationProvider = ({ application, children }: { readonly application: Application; readonly children: ReactNode }) => (
  <ApplicationContext value={application}>{children}</ApplicationContext>
);
export const OpenCaseProvider = ({ openCase, children }: { readonly openCase: OpenCase; readonly children: ReactNode }) => (
  <OpenCaseContext value={openCase}>{children}</OpenCaseContext>
);

export const useStore = <T,>(store: Store<T>): T => useSyncExternalStore(store.subscribe, store.get, store.get);

export function useApplication(): Application {
  const application = use(ApplicationContext);
  if (!application) throw new Error('ApplicationProvider is missing');
  return application;
}

/** The case of this screen; the router opens it before showing a screen that asks. */
export function useOpenCase(): OpenCase {
  const openCase = use(OpenCaseContext);
  if (!openCase) throw new Error('OpenCaseProvider is missing');
  return openCase;
}

export const useCaseView = (): CaseView => useStore(useOpenCase().view);
