import type { createBrowserRouter } from 'react-router';
import { takeLink } from '../components/openedLink.ts';
import { paths } from '../components/paths.ts';

type Router = Pick<ReturnType<typeof createBrowserRouter>, 'navigate'>;

/**
 * An invitation opened while the app is open changes only the fragment. It is taken out before the router, which is made after the
 * listening began, reads the address: the secret never becomes part of its state.
 */
export function followLinks<R extends Router>(page: Window, makeRouter: () => R): R {
  let router: R | null = null;
  const take = () => {
    if (takeLink(page)) void router?.navigate(paths.join, { replace: true });
  };
  page.addEventListener('popstate', take);
  page.addEventListener('hashchange', take);
  router = makeRouter();
  return router;
}
