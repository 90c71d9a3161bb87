import { createPath, matchPath, type createBrowserRouter } from 'react-router';
import type { Application, AppUpdate } from '../../application/application.ts';
import { paths } from '../components/paths.ts';

type Router = Pick<ReturnType<typeof createBrowserRouter>, 'state' | 'subscribe'>;

/**
 * When a newer version has taken over, this tab loads it too, with everything saved first. Never in a conference: there it waits
 * until people leave, and loads the place they go to, because the pieces that the old version would fetch for it are gone.
 */
export function followUpdate(page: Pick<Window, 'location'>, router: Router, update: AppUpdate, application: Application): void {
  let isLoading = false;
  const isInConference = (pathname: string) =>
    application.device.get().type === 'unlocked' && matchPath(paths.conference, pathname) !== null;

  async function follow(): Promise<void> {
    if (isLoading || !update.superseded.get()) return;
    const { location, navigation } = router.state;
    if (isInConference((navigation.location ?? location).pathname)) return;
    isLoading = true;
    if (!(await application.saveEverything()).ok) {
      isLoading = false;
      return;
    }
    const target = router.state.navigation.location;
    if (target) page.location.assign(createPath(target));
    else page.location.reload();
  }

  const look = () => void follow();
  update.superseded.subscribe(look);
  application.device.subscribe(look);
  router.subscribe(look);
  look();
}
