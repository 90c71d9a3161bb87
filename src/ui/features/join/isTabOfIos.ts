/**
 * Whether this is a browser's tab on an iPhone or iPad: only there a page knows `standalone`. What a tab stores is erased after a week
 * without use, and an app on the home screen begins with storage of its own, so that somebody would have to join twice.
 */
export const isTabOfIos = (): boolean =>
  (navigator as { readonly standalone?: boolean }).standalone === false && navigator.maxTouchPoints > 0;
