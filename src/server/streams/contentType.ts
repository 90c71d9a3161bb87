/** Without parameters and in small letters: how two are compared. */
export const plainType = (contentType: string): string => contentType.split(';', 1)[0]!.trim().toLowerCase();

export const isJson = (contentType: string): boolean => plainType(contentType) === 'application/json';

/** What an event stream carries as it is; all else goes as base64. */
export const isText = (contentType: string): boolean => isJson(contentType) || plainType(contentType).startsWith('text/');

/** A stream's content in one body: JSON messages as one array, everything else as it was sent. */
export function joinMessages(contentType: string, messages: readonly Uint8Array[]): Buffer {
  if (!isJson(contentType)) return Buffer.concat(messages);
  const comma = Buffer.from(',');
  const parts = messages.flatMap((message, index) => (index === 0 ? [message] : [comma, message]));
  return Buffer.concat([Buffer.from('['), ...parts, Buffer.from(']')]);
}

/** JSON as messages: an array is a batch, one level deep. undefined: no JSON. */
export function splitJson(body: Uint8Array): readonly Uint8Array[] | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return (Array.isArray(value) ? value : [value]).map((one) => Buffer.from(JSON.stringify(one)));
  } catch {
    return undefined;
  }
}
