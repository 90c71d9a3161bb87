import type { OpenCase } from '../../../../src/application/application.ts';
import type { CaseView } from '../../../../src/core/plan/caseView.ts';
import type { CaseId } from '../../../../src/core/shared/ids.ts';
import { createTestApplication, type TestApplication } from '../../../support/createTestApplication.ts';
import { renderApp, type RenderedApp } from '../../../support/renderApp.tsx';

export interface NewCase extends RenderedApp {
  readonly caseId: CaseId;
  /** The case as the application has it, beside the screen. */
  readonly openCase: OpenCase;
  readonly view: () => CaseView;
}

/** Family Berg with one child, on one of its screens ('' is the case's page). `prepare` comes before the screen opens. */
export async function openNewCase(
  path: string,
  prepare: (openCase: OpenCase, test: TestApplication) => Promise<void> = async () => {},
): Promise<NewCase> {
  const test = await createTestApplication({ unlocked: true });
  const child = { name: 'Noor', birthDate: null, school: 'De Regenboog', schoolGroup: '', edexmlKey: '', brin: '' };
  const made = await test.application.createCase({ name: 'Berg', children: [child] });
  if (!made.ok) throw new Error(made.error.type);
  const opened = await test.application.openCase(made.value);
  if (!opened.ok) throw new Error(opened.error.type);
  await prepare(opened.value, test);
  const app = await renderApp({ test, path: `/cases/${made.value}/${path}` });
  return { ...app, caseId: made.value, openCase: opened.value, view: () => opened.value.view.get() };
}
