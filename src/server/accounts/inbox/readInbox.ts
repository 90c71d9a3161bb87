import type { DeviceId, MemberId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { bytesToBase64url } from '../../../protocol/bytes.ts';
import { type DocumentStream, streamPath } from '../../../protocol/exchange/paths.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import type { Inbox } from '../../../protocol/exchange/shapes.ts';
import type { Tx } from '../../store/port.ts';
import { formatOffset } from '../../streams/offset.ts';
import type { AccountsContext } from '../accountsContext.ts';
import { lastChange } from '../documents/documents.ts';
import { presentRole } from '../documents/memberships.ts';
import { admitDevice } from '../keyrings/devices.ts';
import { blockedFor, type ChangedDocument, changedSince, presentDocuments } from './inboxOf.ts';

export interface InboxRequest {
  readonly device: DeviceId;
  readonly offset: string;
  readonly wait: boolean;
  readonly signal: AbortSignal;
}

type InboxContext = Pick<AccountsContext, 'store' | 'presence' | 'waiting' | 'now' | 'waitMilliseconds'>;

/** What happened since the offset; when asked to wait and nothing did, after it does or the time is over. */
export async function readInbox(context: InboxContext, { device, offset, wait, signal }: InboxRequest): Promise<Result<Inbox, Refusal>> {
  const from = parseOffset(offset, context.store.epoch);
  if (!from.ok) return from;
  const first = look(context, device, from.value);
  if (!first.ok || !wait || !isEmpty(first.value.inbox)) return first.ok ? ok(first.value.inbox) : first;
  await context.waiting.wait(first.value.member, context.waitMilliseconds, signal);
  const then = look(context, device, from.value);
  return then.ok ? ok(then.value.inbox) : then;
}

/** An offset is the server's epoch, the number of the last change, and that of the last note of presence. */
interface InboxOffset {
  readonly change: number;
  readonly presence: number;
}

function parseOffset(text: string, epoch: string): Result<InboxOffset, 'Malformed' | 'OtherEpoch'> {
  if (text === '-1') return ok({ change: 0, presence: 0 });
  const [, of, change, presence] = /^([0-9a-z]{1,40})\.(\d{1,15})\.(\d{1,15})$/.exec(text) ?? [];
  if (of === undefined) return err('Malformed');
  return of === epoch ? ok({ change: Number(change), presence: Number(presence) }) : err('OtherEpoch');
}

function look(
  { store, presence, now }: InboxContext,
  device: DeviceId,
  from: InboxOffset,
): Result<{ readonly member: MemberId; readonly inbox: Inbox }, Refusal> {
  return store.read((tx): Result<{ readonly member: MemberId; readonly inbox: Inbox }, Refusal> => {
    const known = admitDevice(tx, device);
    if (!known.ok) return known;
    const { member } = known.value;
    const next = `${store.epoch}.${lastChange(tx)}.${presence.last()}`;
    const items = changedSince(tx, member, from.change).map((changed) => itemOf(tx, member, changed, store.epoch));
    const notes = presence.last() > from.presence ? presentDocuments(tx, member) : [];
    const heard = notes.flatMap(({ doc }) =>
      presence
        .since(doc, from.presence, now())
        .filter((note) => note.device !== device)
        .map((note) => ({ doc, device: note.device, sealed: bytesToBase64url(note.sealed) })),
    );
    return ok({ member, inbox: { items, presence: heard, blocked: items.length > 0 ? [...blockedFor(tx, member)] : [], next } });
  });
}

/** Where its streams end; of what somebody may not read nothing is told, and no size. */
function itemOf(tx: Tx, member: MemberId, { doc, isMember, destroyed }: ChangedDocument, epoch: string) {
  const tail = (name: DocumentStream, may: boolean) => {
    const stream = may ? tx.find(streamPath(doc, name)) : undefined;
    return stream === undefined ? '' : formatOffset(epoch, stream.tail);
  };
  const isAuditor = isMember && presentRole(tx, doc, member) === 'auditor';
  return {
    doc,
    roster: tail('roster', isMember),
    log: tail('log', isMember && !destroyed && !isAuditor),
    views: tail('views', isMember && !destroyed),
  };
}

const isEmpty = ({ items, presence }: Inbox): boolean => items.length === 0 && presence.length === 0;
