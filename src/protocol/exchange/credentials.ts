/*
 * How a request shows who asks: the `Authorization` header. Secrets and tokens are base64url; nothing of it may be logged.
 *
 *   Bearer <token>                      a session of a device
 *   Invitation <id> <secret>            the guest of an invitation
 *   Setup <secret>                      whoever holds a one-time setup link
 */

export type Credential =
  | { readonly type: 'session'; readonly token: string }
  | { readonly type: 'invitation'; readonly id: string; readonly secret: string }
  | { readonly type: 'setup'; readonly secret: string };

export function authorizationOf(credential: Credential): string {
  switch (credential.type) {
    case 'session':
      return `Bearer ${credential.token}`;
    case 'invitation':
      return `Invitation ${credential.id} ${credential.secret}`;
    case 'setup':
      return `Setup ${credential.secret}`;
  }
}

/** undefined for anything that `authorizationOf` would not write. */
export function parseAuthorization(header: string | undefined): Credential | undefined {
  if (header === undefined || header.length > 500) return undefined;
  const [scheme, first, second, ...others] = header.split(' ');
  if (first === undefined || others.length > 0 || !isSafe(first) || (second !== undefined && !isSafe(second))) return undefined;
  if (scheme === 'Invitation') return second === undefined ? undefined : { type: 'invitation', id: first, secret: second };
  if (second !== undefined) return undefined;
  if (scheme === 'Bearer') return { type: 'session', token: first };
  return scheme === 'Setup' ? { type: 'setup', secret: first } : undefined;
}

const isSafe = (text: string): boolean => /^[\w.-]+$/.test(text);
