import { act, configure, render, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { createMemoryRouter } from 'react-router';
import { expect } from 'vitest';
import type { AppUpdate } from '../../src/application/application.ts';
import { createStore, type WritableStore } from '../../src/application/store.ts';
import { App } from '../../src/ui/app/App.tsx';
import { routes } from '../../src/ui/app/routes.tsx';
import { loadTexts } from '../../src/ui/i18n/catalogue.ts';
import { createTestApplication, type TestApplication } from './createTestApplication.ts';

// Sealing, unlocking and lazy screens take longer on a busy machine than the default second.
configure({ asyncUtilTimeout: 15_000 });

const PARTS = [
  'access',
  'asked',
  'case',
  'cases',
  'circle',
  'conference',
  'danger',
  'destroy',
  'device',
  'deviceWork',
  'discreet',
  'errors',
  'evaluation',
  'exchange',
  'exchangeWork',
  'familyHelp',
  'fullPrint',
  'heard',
  'help',
  'helpers',
  'invitation',
  'join',
  'meetings',
  'meldcode',
  'myPlan',
  'organisation',
  'parts',
  'prepare',
  'print',
  'shell',
  'start',
  'terms',
  'words',
] as const;

export interface RenderedApp extends TestApplication {
  readonly user: UserEvent;
  readonly router: ReturnType<typeof createMemoryRouter>;
  readonly updateAvailable: WritableStore<boolean>;
  /** Goes to an address as a link does. */
  readonly goTo: (path: string) => Promise<void>;
}

type Options = NonNullable<Parameters<typeof createTestApplication>[0]> & {
  readonly path?: string;
  /** An application that a test made before, instead of a new one. */
  readonly test?: TestApplication;
  readonly user?: UserEvent;
  readonly onLoadUpdate?: () => void;
};

/** The whole app over the real application in memory, at an address. */
export async function renderApp({
  path = '/cases',
  test,
  user = userEvent.setup(),
  onLoadUpdate = () => {},
  ...options
}: Options = {}): Promise<RenderedApp> {
  const started = test ?? (await createTestApplication(options));
  await loadTexts(PARTS);
  const updateAvailable = createStore(false);
  const update: AppUpdate = { available: updateAvailable, superseded: createStore(false), load: onLoadUpdate };
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  await act(async () => {
    render(<App application={started.application} update={update} router={router} />);
  });
  // To compile the first screen takes on a busy machine longer than a test looks for a text.
  await waitFor(() => expect(router.state.initialized).toBe(true), { timeout: 90_000 });
  return { ...started, user, router, updateAvailable, goTo: (to) => act(async () => await router.navigate(to)) };
}
