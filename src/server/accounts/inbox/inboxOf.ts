import type { DeviceId, DocumentId, MemberId } from '../../../core/shared/ids.ts';
import type { Tx } from '../../store/port.ts';

/*
 * An inbox is not kept for anyone: it is every document of a member that changed since they last asked. So an append costs the same
 * in a circle of three as in one of thirty, and a new device of a member begins with everything.
 */

export interface ChangedDocument {
  readonly doc: DocumentId;
  /** false: they were removed from it since. Told once, so that their device asks, is refused, and knows. */
  readonly isMember: boolean;
  readonly destroyed: boolean;
  /** Its number. */
  readonly change: number;
}

export const changedSince = (tx: Tx, member: MemberId, change: number): readonly ChangedDocument[] =>
  tx
    .all<{ doc: DocumentId; destroyed: number; left_at: number | null; change: number }>(
      `SELECT document.doc, document.destroyed, membership.left_at, ifnull(membership.left_change, document.change) AS change FROM membership JOIN document ON document.doc = membership.doc
       WHERE membership.member = ? AND ifnull(membership.left_change, document.change) > ? ORDER BY document.change DESC`,
      member,
      change,
    )
    .map(({ doc, destroyed, left_at, change: at }) => ({ doc, isMember: left_at === null, destroyed: destroyed === 1, change: at }));

/** Devices that an administrator stopped, of people in circles that this member leads: a lead is asked to remove them. */
export const blockedFor = (tx: Tx, member: MemberId): readonly { readonly device: DeviceId; readonly member: MemberId }[] =>
  tx.all(
    `SELECT DISTINCT block.device, device.member FROM block
     JOIN device ON device.device = block.device
     JOIN membership AS theirs ON theirs.member = device.member AND theirs.left_at IS NULL
     JOIN membership AS mine ON mine.doc = theirs.doc AND mine.member = ? AND mine.role = 'lead' AND mine.left_at IS NULL`,
    member,
  );

/** Where somebody hears of who is there: an auditor is given no content, and no presence. */
export const presentDocuments = (tx: Tx, member: MemberId): readonly { readonly doc: DocumentId }[] =>
  tx.all(`SELECT doc FROM membership WHERE member = ? AND left_at IS NULL AND role <> 'auditor'`, member);

/** Also whoever was removed just now: they have to hear that. */
export const everyMember = (tx: Tx, doc: DocumentId): readonly MemberId[] =>
  tx.all<{ member: MemberId }>('SELECT member FROM membership WHERE doc = ?', doc).map(({ member }) => member);
