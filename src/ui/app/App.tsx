import './tokens.css';
import './fonts.css';
import './base.css';
import './opening.css';
import { RouterProvider, type RouterProviderProps } from 'react-router';
import type { Application, AppUpdate } from '../../application/application.ts';
import { ApplicationProvider } from '../components/applicationContext.tsx';
import { UpdateProvider } from '../components/updateContext.tsx';
import { TextsProvider } from '../i18n/TextsProvider.tsx';

interface AppProps {
  readonly application: Application;
  readonly update: AppUpdate;
  readonly router: RouterProviderProps['router'];
}

/** The whole app: what every screen may ask for, around the screens. */
export const App = ({ application, update, router }: AppProps) => (
  <TextsProvider>
    <ApplicationProvider application={application}>
      <UpdateProvider update={update}>
        <RouterProvider router={router} />
      </UpdateProvider>
    </ApplicationProvider>
  </TextsProvider>
);
