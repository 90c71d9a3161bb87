import type { DeviceId, DocumentId, MemberId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { bytesToBase64url } from '../../../protocol/bytes.ts';
import { type DocumentStream, streamPath } from '../../../protocol/exchange/paths.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import type { Inbox } from '../../../protocol/exchange/shapes.ts';
import type { Tx } from '../../store/port.ts';
import { endOf, formatOffset } from '../../streams/offset.ts';
import type { AccountsContext } from '../accountsContext.ts';
import { presentRole } from '../documents/memberships.ts';
import { admitDevice } from '../keyrings/devices.ts';
import { blockedFor, type ChangedDocument, changedSince, presentDocuments } from './inboxOf.ts';
import type { InboxOffset } from './inboxOffset.ts';
import { isOfThisHistory } from './runs.ts';

export interface InboxRequest {
  readonly device: DeviceId;
  readonly offset: string;
  readonly wait: boolean;
  readonly signal: AbortSignal;
}

type InboxContext = Pick<AccountsContext, 'store' | 'presence' | 'waiting' | 'inboxOffsets' | 'run' | 'now' | 'waitMilliseconds'>;

/** What happened since the offset; when asked to wait and nothing did, after it does or the time is over. */
export async function readInbox(context: InboxContext, { device, offset, wait, signal }: InboxRequest): Promise<Result<Inbox, Refusal>> {
  const from = context.inboxOffsets.read(offset);
  if (!from.ok) return from;
  const end = performance.now() + (wait ? context.waitMilliseconds : 0);
  for (;;) {
    const seen = look(context, device, from.value);
    if (!seen.ok) return seen;
    const left = end - performance.now();
    // Being woken is no news in itself: it may be about what this member may not hear of.
    if (!isEmpty(seen.value.inbox) || left <= 0 || signal.aborted) return ok(seen.value.inbox);
    await context.waiting.wait(seen.value.member, left, signal);
  }
}

type Seen = Result<{ readonly member: MemberId; readonly inbox: Inbox }, Refusal>;

function look({ store, presence, inboxOffsets, run, now }: InboxContext, device: DeviceId, from: InboxOffset): Seen {
  return store.read((tx): Seen => {
    const known = admitDevice(tx, device);
    if (!known.ok) return known;
    if (!isOfThisHistory(tx, from)) return err('OtherEpoch');
    const { member } = known.value;
    const changed = changedSince(tx, member, from.change);
    const documents = presence.last() > from.presence ? presentDocuments(tx, member) : [];
    const notes = documents.flatMap(({ doc }) => presence.since(doc, from.presence, now()).map((note) => ({ doc, ...note })));
    const inbox: Inbox = {
      items: changed.map((one) => itemOf(tx, member, one, store.epoch)),
      presence: notes
        .filter((note) => note.device !== device)
        .map((note) => ({ doc: note.doc, device: note.device, sealed: bytesToBase64url(note.sealed) })),
      blocked: [...blockedFor(tx, member)],
      next: inboxOffsets.write({
        change: Math.max(from.change, ...changed.map(({ change }) => change)),
        presence: Math.max(from.presence, ...notes.map(({ number }) => number)),
        run,
      }),
    };
    return ok({ member, inbox });
  });
}

/** Where its streams end; of what somebody may not read nothing is told, and no size. */
function itemOf(tx: Tx, member: MemberId, { doc, isMember, destroyed }: ChangedDocument, epoch: string): Inbox['items'][number] {
  const tail = (name: DocumentStream, may: boolean) => {
    const stream = may ? tx.find(streamPath(doc, name)) : undefined;
    return stream === undefined ? '' : formatOffset(epoch, endOf(stream));
  };
  const isAuditor = isMember && presentRole(tx, doc, member) === 'auditor';
  return {
    doc,
    roster: tail('roster', isMember),
    log: tail('log', isMember && !destroyed && !isAuditor),
    views: hasViews(tx, doc) ? tail('views', isMember && !destroyed) : '',
  };
}

/** Of an access log without a line nobody need ask. */
const hasViews = (tx: Tx, doc: DocumentId): boolean => (tx.find(streamPath(doc, 'views'))?.tail ?? 0) > 0;

const isEmpty = ({ items, presence }: Inbox): boolean => items.length === 0 && presence.length === 0;
