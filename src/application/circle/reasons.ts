import type { Roster } from '../../core/circle/roster.ts';
import type { MemberId } from '../../core/shared/ids.ts';
import { importDocumentKey, type DocumentKey } from '../../crypto/keys.ts';
import { openReason, sealReason } from '../../crypto/sealedReason.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { readEpochSecrets } from '../documents/documentRecord.ts';

/** Words about removing somebody, sealed for the circle as it is now. What cannot be sealed here says only that there was a reason. */
export async function sealFor(context: DeviceContext, session: Session, roster: Roster, member: MemberId, words: string): Promise<string> {
  const key = await keyOf(context, session, roster)(roster.epoch);
  return key ? await sealReason(key, member, words, context.ports.random.bytes) : NO_WORDS;
}

/** The words of whoever proposed it first; '' when they cannot be read here. */
export async function readReason(context: DeviceContext, session: Session, roster: Roster, member: MemberId): Promise<string> {
  for (const { reason } of roster.proposals.get(member) ?? []) {
    const words = await openReason(keyOf(context, session, roster), member, reason);
    if (words !== undefined) return words;
  }
  return '';
}

/** Why a member ends something, whoever else could read it; '' when it cannot be read here. */
export async function readOwnReason(
  context: DeviceContext,
  session: Session,
  roster: Roster,
  { by, reason }: { readonly by: MemberId; readonly reason: string },
): Promise<string> {
  return (await openReason(keyOf(context, session, roster), by, reason)) ?? '';
}

const NO_WORDS = '-';

const keyOf =
  ({ ports }: DeviceContext, { vault }: Session, { doc }: Roster) =>
  async (epoch: number): Promise<DocumentKey | undefined> => {
    const secrets = await readEpochSecrets(ports.database, vault, doc);
    const secret = secrets?.find(([number]) => number === epoch)?.[1];
    return secret && (await importDocumentKey(doc, epoch, secret));
  };
