import { NO_MARK } from '../store/port.ts';

/*
 * offset = <server epoch>_<position, 16 digits>_<mark, 12 letters>: sorts as text within one server. What comes from another epoch (a
 * restored backup) is recognised, because its position may mean other bytes here; so is what follows other messages than stand before
 * that position now (a server that went back in secret), by the mark.
 */

export interface Place {
  readonly position: number;
  readonly mark: string;
}

export const formatOffset = (epoch: string, { position, mark }: Place): string => `${epoch}_${String(position).padStart(16, '0')}_${mark}`;

/** The end of a stream. */
export const endOf = ({ tail, mark }: { readonly tail: number; readonly mark: string }): Place => ({ position: tail, mark });

export type ParsedOffset =
  | { readonly type: 'at'; readonly place: Place }
  | { readonly type: 'now' }
  /** Of another epoch, or of before offsets had a mark. */
  | { readonly type: 'unknown' };

/** undefined: no offset at all. */
export function parseOffset(epoch: string, text: string): ParsedOffset | undefined {
  if (text === '-1') return { type: 'at', place: { position: 0, mark: NO_MARK } };
  if (text === 'now') return { type: 'now' };
  const found = /^([0-9a-z]+)_(\d{16})(?:_([0-9a-f]{12}))?$/.exec(text);
  if (!found) return undefined;
  const [, of, position, mark] = found;
  return of === epoch && mark !== undefined ? { type: 'at', place: { position: Number(position), mark } } : { type: 'unknown' };
}
