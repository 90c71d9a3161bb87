/** What a route says of its screen. */
export interface RouteHandle {
  /** It takes the whole window, without the menu. */
  readonly wholeWindow?: true;
  /** The screen says itself what it speaks, see Speaking. */
  readonly speaksItself?: true;
}
