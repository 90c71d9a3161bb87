import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { Application, ChangeError, Erasing, OpenCase, PresentPerson, Store } from '../../application/application.ts';
import type { Candidate } from '../../core/document/operation.ts';
import type { CaseView } from '../../core/plan/caseView.ts';
import type { CellCommand } from '../../core/plan/planCommand.ts';
import type { EntityId, OperationId } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';

const ApplicationContext = createContext<Application | null>(null);
const OpenCaseContext = createContext<OpenCase | null>(null);
const EditedContext = createContext<Edited | null>(null);

/** The document that the fields of a screen write in: what every open document can do. */
export interface Edited {
  readonly view: Store<{
    readonly conflicts: readonly { readonly entity: EntityId; readonly field: string; readonly candidates: readonly Candidate[] }[];
  }>;
  readonly change: (...commands: readonly CellCommand[]) => Promise<Result<{ readonly added: readonly EntityId[] }, ChangeError>>;
  readonly undoable: Store<object | null>;
  readonly undo: () => Promise<Result<void, ChangeError>>;
  readonly basisOf: (entity: EntityId, field: string) => readonly OperationId[];
  readonly erasing: Store<Erasing>;
  /** Who else types in it now; only the plan tells, the parts do not. */
  readonly presence?: Store<readonly PresentPerson[]>;
  readonly noteTyping?: (entity: EntityId, field: string) => void;
}

export const ApplicationProvider = ({ application, children }: { readonly application: Application; readonly children: ReactNode }) => (
  <ApplicationContext value={application}>{children}</ApplicationContext>
);
export const OpenCaseProvider = ({ openCase, children }: { readonly openCase: OpenCase; readonly children: ReactNode }) => (
  <OpenCaseContext value={openCase}>{children}</OpenCaseContext>
);

/** Fields below write in this document instead of in the plan. */
export const EditedProvider = ({ edited, children }: { readonly edited: Edited; readonly children: ReactNode }) => (
  <EditedContext value={edited}>{children}</EditedContext>
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

/** The plan, unless the screen shows another document of the case. */
export function useEdited(): Edited {
  const edited = use(EditedContext);
  const openCase = use(OpenCaseContext);
  if (!edited && !openCase) throw new Error('OpenCaseProvider is missing');
  return edited ?? (openCase as OpenCase);
}

export const useCaseView = (): CaseView => useStore(useOpenCase().view);
