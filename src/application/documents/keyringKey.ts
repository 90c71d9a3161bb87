import type { MemberId } from '../../core/shared/ids.ts';

/** Where a keyring entry is stored. Sorts in their order. */
export const keyringKey = (member: MemberId, n: number): string => `${member}/${String(n).padStart(6, '0')}`;
