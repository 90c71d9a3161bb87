import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import type { Application, AppUpdate } from '../../application/application.ts';
import { chosenLanguage, loadTexts } from '../i18n/catalogue.ts';
import { App } from './App.tsx';
import { routes } from './routes.tsx';

/** Shows the app in the page, once its first sentences are there. */
export async function startScreens(application: Application, update: AppUpdate): Promise<void> {
  document.documentElement.lang = chosenLanguage();
  await loadTexts(['shell', 'errors', 'terms']);
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <App application={application} update={update} router={createBrowserRouter(routes)} />
    </StrictMode>,
  );
}
