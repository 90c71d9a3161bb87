/*
 * offset = <server epoch>_<position, 16 digits>: sorts as text within one server. What comes from another epoch (a restored backup) is
 * recognised, because its position may mean other bytes here.
 */

export const formatOffset = (epoch: string, position: number): string => `${epoch}_${String(position).padStart(16, '0')}`;

export type ParsedOffset = { readonly type: 'at'; readonly position: number } | { readonly type: 'now' } | { readonly type: 'otherEpoch' };

/** undefined: no offset at all. */
export function parseOffset(epoch: string, text: string): ParsedOffset | undefined {
  if (text === '-1') return { type: 'at', position: 0 };
  if (text === 'now') return { type: 'now' };
  const found = /^([0-9a-z]+)_(\d{16})$/.exec(text);
  if (!found) return undefined;
  return found[1] === epoch ? { type: 'at', position: Number(found[2]) } : { type: 'otherEpoch' };
}
