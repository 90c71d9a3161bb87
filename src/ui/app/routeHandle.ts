/** Said by a route: it takes the whole window, without the menu. */
export interface RouteHandle {
  readonly wholeWindow?: true;
}
