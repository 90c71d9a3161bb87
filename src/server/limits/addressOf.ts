/**
 * Where a request comes from. A proxy on this machine says it in the last place of `X-Forwarded-For`; from anywhere else that header is
 * only what a stranger wrote. Of an IPv6 address the first half counts: the rest a household chooses itself.
 */
export function addressOf(remote: string, forwarded: string | string[] | undefined): string {
  const said = isLoopback(remote)
    ? String(forwarded ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined;
  const address = said === undefined || said === '' ? remote : said;
  return address.includes(':') && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address;
}

export const isLoopback = (remote: string): boolean => remote === '::1' || /^(::ffff:)?127\./.test(remote);
