import type { CaseId, DocumentId, EntityId, MemberId } from '../core/shared/ids.ts';
import { type Bytes, bytesToBase64url } from '../protocol/bytes.ts';

/** Unpredictable bytes; in the app `crypto.getRandomValues`, in tests a seed. */
export type RandomBytes = (length: number) => Bytes;

const freshId = (random: RandomBytes) => bytesToBase64url(random(16));

export const freshDocumentId = (random: RandomBytes) => freshId(random) as DocumentId;

export const freshCaseId = (random: RandomBytes) => freshId(random) as CaseId;

export const freshMemberId = (random: RandomBytes) => freshId(random) as MemberId;

/** The id of a new entity: its kind and author stay readable in it and can never change. */
export const freshEntityId = (kind: string, author: MemberId, random: RandomBytes) => `${kind}.${author}.${freshId(random)}` as EntityId;

/** Names one lifetime of a device's database; a lost database gets a new one, so that no number is used twice. */
export const freshIncarnation = (random: RandomBytes): string => bytesToBase64url(random(8));
