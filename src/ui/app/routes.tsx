import type { ComponentType } from 'react';
import { Navigate, type RouteObject } from 'react-router';
import { paths } from '../components/paths.ts';
import { loadTexts, type TextPart } from '../i18n/catalogue.ts';
import { Speaking } from '../i18n/TextsProvider.tsx';
import { CrashScreen } from './CrashScreen.tsx';
import { NotFoundScreen } from './NotFoundScreen.tsx';
import { Opening } from './Opening.tsx';
import { Root } from './Root.tsx';
import type { RouteHandle } from './routeHandle.ts';
import { Shell } from './Shell.tsx';

/**
 * A screen with the sentences it speaks: both are fetched when someone goes there, and are on the device already. Screens that are another
 * for a family than for a professional say themselves which of these parts they speak.
 */
const screen = (
  path: string,
  load: () => Promise<{ readonly Component: ComponentType }>,
  parts: readonly TextPart[],
  handle: RouteHandle = {},
): RouteObject => ({
  path,
  handle,
  lazy: async () => {
    const [{ Component }] = await Promise.all([load(), loadTexts(parts)]);
    if (handle.speaksItself) return { Component };
    const Screen = () => (
      <Speaking parts={parts}>
        <Component />
      </Speaking>
    );
    return { Component: Screen };
  },
});

/** Every address and its screen. Screens below a case get it opened. */
export const routes: RouteObject[] = [
  {
    Component: Root,
    ErrorBoundary: CrashScreen,
    HydrateFallback: Opening,
    children: [
      {
        Component: Shell,
        children: [
          {
            ErrorBoundary: CrashScreen,
            children: [
              { path: '/', element: <Navigate to={paths.cases} replace /> },
              screen(paths.cases, () => import('../routes/cases.tsx'), [], { speaksItself: true }),
              screen(paths.newCase, () => import('../routes/newCase.tsx'), ['cases']),
              screen(paths.import, () => import('../routes/import.tsx'), ['cases']),
              screen(paths.actions, () => import('../routes/actions.tsx'), ['cases', 'case']),
              screen(paths.conferences, () => import('../routes/conferences.tsx'), ['cases', 'case', 'meetings']),
              screen(
                paths.device,
                () => import('../routes/device.tsx'),
                ['device', 'deviceWork', 'invitation', 'asked', 'discreet', 'join'],
                { speaksItself: true },
              ),
              screen(paths.organisation, () => import('../routes/organisation.tsx'), [
                'organisation',
                'circle',
                'invitation',
                'asked',
                'helpers',
              ]),
              screen(paths.audit, () => import('../routes/audit.tsx'), ['access', 'circle', 'asked']),
              screen(paths.join, () => import('../routes/join.tsx'), ['join', 'asked'], { speaksItself: true }),
              screen(paths.exchange, () => import('../routes/exchange.tsx'), ['exchange', 'exchangeWork'], { speaksItself: true }),
              screen(paths.help, () => import('../routes/help.tsx'), ['help', 'familyHelp'], { speaksItself: true }),
              screen(paths.papers, () => import('../routes/papers.tsx'), ['papers']),
              screen(paths.destroyed, () => import('../routes/destroyed.tsx'), ['destroy', 'circle', 'print', 'asked']),
              screen(paths.danger, () => import('../routes/danger.tsx'), ['danger', 'meldcode'], { speaksItself: true }),
              {
                path: paths.case,
                lazy: async () => ({ Component: (await import('../routes/openCase.tsx')).Component }),
                children: [
                  screen(
                    '',
                    () => import('../routes/case.tsx'),
                    ['case', 'cases', 'meetings', 'myPlan', 'helpers', 'prepare', 'discreet', 'words', 'heard'],
                    {
                      speaksItself: true,
                    },
                  ),
                  screen(paths.whole, () => import('../routes/whole.tsx'), ['case', 'cases', 'meetings', 'heard']),
                  screen(paths.family, () => import('../routes/family.tsx'), ['case', 'cases']),
                  screen(
                    paths.preparation,
                    () => import('../routes/preparation.tsx'),
                    ['case', 'cases', 'consent', 'consentWork', 'heard', 'prepared', 'myPlan', 'words'],
                    { speaksItself: true },
                  ),
                  screen(paths.prepare, () => import('../routes/prepare.tsx'), ['myPlan', 'prepare', 'words']),
                  screen(paths.ownPlan, () => import('../routes/ownPlan.tsx'), ['myPlan', 'prepare', 'words']),
                  screen(paths.timeline, () => import('../routes/timeline.tsx'), ['case', 'cases', 'circle', 'asked']),
                  screen(paths.conflicts, () => import('../routes/conflicts.tsx'), ['case', 'cases', 'circle', 'asked']),
                  screen(
                    paths.circle,
                    () => import('../routes/circle.tsx'),
                    ['circle', 'invitation', 'case', 'asked', 'reading', 'myPlan', 'words'],
                    {
                      speaksItself: true,
                    },
                  ),
                  screen(paths.invite, () => import('../routes/invite.tsx'), ['circle', 'invitation', 'consent', 'consentWork', 'asked']),
                  screen(
                    paths.part,
                    () => import('../routes/part.tsx'),
                    ['parts', 'circle', 'case', 'asked', 'prepared', 'ownWords', 'myPlan', 'words'],
                    { speaksItself: true },
                  ),
                  screen(paths.helpers, () => import('../routes/helpers.tsx'), ['helpers', 'myPlan', 'words']),
                  screen(paths.copy, () => import('../routes/copy.tsx'), ['rights', 'myPlan', 'case'], { speaksItself: true }),
                  screen(
                    paths.access,
                    () => import('../routes/access.tsx'),
                    ['access', 'case', 'circle', 'asked', 'rights', 'myPlan', 'words'],
                    {
                      speaksItself: true,
                    },
                  ),
                  screen(paths.destroy, () => import('../routes/destroy.tsx'), ['destroy', 'circle', 'case', 'asked']),
                  screen(paths.evaluation, () => import('../routes/evaluation.tsx'), ['evaluation', 'heard', 'prepared']),
                  screen(paths.conference, () => import('../routes/conference.tsx'), ['conference', 'meetings', 'heard', 'prepared'], {
                    wholeWindow: true,
                  }),
                  screen(paths.print, () => import('../routes/print.tsx'), ['print', 'fullPrint'], {
                    wholeWindow: true,
                  }),
                ],
              },
              { path: '*', Component: NotFoundScreen },
            ],
          },
        ],
      },
    ],
  },
];
