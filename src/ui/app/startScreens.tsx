import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import type { Application, AppUpdate } from '../../application/application.ts';
import '../components/largeText.ts';
import { takeLink } from '../components/openedLink.ts';
import { loadTexts } from '../i18n/catalogue.ts';
import { App } from './App.tsx';
import { followLinks } from './followLinks.ts';
import { followUpdate } from './followUpdate.ts';
import { nextTask } from './nextTask.ts';
import { routes } from './routes.tsx';

// While loading, before anything is asked or shown: an address with a secret does not stay in the bar.
takeLink(window);

/** Fetches the first sentences; can be asked for before there is an application. */
export const loadFirstTexts = (): Promise<void> => loadTexts(['shell', 'errors', 'terms', 'start']);

/** Shows the app in the page, once its first sentences are there. */
export async function startScreens(application: Application, update: AppUpdate, texts: Promise<void>): Promise<void> {
  await texts;
  const router = followLinks(window, () => createBrowserRouter(routes));
  await nextTask();
  followUpdate(window, router, update, application);
  const root = createRoot(document.getElementById('root')!);
  // As a transition it is drawn in short pieces, so that a slow device goes on answering.
  startTransition(() =>
    root.render(
      <StrictMode>
        <App application={application} update={update} router={router} />
      </StrictMode>,
    ),
  );
}
