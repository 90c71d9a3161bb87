/** The part of the Trusted Types API that is used here; TypeScript's own DOM types do not know it yet. */
interface TrustedTypePolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (path: string) => string },
  ) => { readonly createScriptURL: (path: string) => unknown };
}

let toTrusted: ((path: string) => unknown) | null = null;

/**
 * The address of a script of this app, for `new Worker` and the service worker. The only policy there is: anything that is not a
 * script on this origin is refused, so no content can ever become code. Where Trusted Types are unknown: the checked address itself.
 */
export function trustedScriptUrl(path: string | URL): string {
  toTrusted ??= createPolicy();
  // The DOM types say `string` where browsers take a TrustedScriptURL.
  return toTrusted(String(path)) as string;
}

function createPolicy(): (path: string) => unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicyFactory };
  const policy = trustedTypes?.createPolicy('knooppunt', { createScriptURL: ownScript });
  return policy ? (path) => policy.createScriptURL(path) : ownScript;
}

function ownScript(path: string): string {
  const url = new URL(path, location.origin);
  if (url.origin !== location.origin || !/\.(js|ts)$/.test(url.pathname)) throw new TypeError('not a script of this app');
  return url.href;
}
