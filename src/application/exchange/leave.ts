import type { DocumentId } from '../../core/shared/ids.ts';
import { err, ok } from '../../core/shared/result.ts';
import type { Failure } from '../../core/sync/syncState.ts';
import type { LeftDocument } from '../application.ts';
import { forgetDocuments } from '../cases/forgetDocuments.ts';
import { readCircle } from '../documents/circle.ts';
import type { StoredRecord } from '../ports.ts';
import { collectCircle } from './collect.ts';
import { deliver, deliverEnvelopes, readOutbox } from './deliver.ts';
import { readMemory } from './exchangeMemory.ts';
import { noteLeft } from './left.ts';
import type { Line, Outcome } from './line.ts';

/**
 * The server says that this member is not in the circle any more, or that the document is over. What waits is offered first
 * (SPEC 6c). Only when the signed roster itself says so does the document leave this device: a server alone cannot wipe anything.
 */
export async function leave(line: Line, doc: DocumentId): Promise<Outcome<{ readonly gone: boolean }>> {
  const { context, session } = line;
  const memory = await readMemory(context, session, doc);
  const told = await collectCircle(line, doc, memory);
  if (!told.ok && told.error.type !== 'Refused') return told;
  const roster = (await readCircle(context.ports.database, session, doc))?.roster;
  const offered = await offerLast(line, doc);
  if (!offered.ok) return offered;
  const isOver = roster !== undefined && (roster.destroyed || !roster.members.has(session.member));
  if (!isOver || (!offered.value.isAll && !roster.destroyed)) return ok({ gone: false });
  await eraseLeft(line, [{ doc, because: roster.destroyed ? 'destroyed' : 'removed', ...offered.value }]);
  return ok({ gone: true });
}

interface Offered {
  readonly lost: number;
  /** The server has all of it, or will never take it: nothing is left to wait for. */
  readonly isAll: boolean;
}

/** Everything of this device that the server does not have yet, once. What it refuses for good is counted. */
export async function offerLast(line: Line, doc: DocumentId): Promise<Outcome<Offered>> {
  const { context, session } = line;
  const { database } = context.ports;
  const open = await session.open.get(doc)?.catch(() => undefined);
  // What was being sealed is on the disk; nothing new is sealed here any more.
  await open?.inTurn('seal', async () => {});
  if (!((await context.durable?.settle()) ?? true)) return err({ type: 'NotStored', problem: 'storageLost' });
  const sent = await deliver(line, doc);
  // A server that went back misses what came before; that cannot be compared from outside, so all of it is offered.
  const offered = isRefused(sent, 'SeqGap') ? await deliverEnvelopes(line, doc, await ownEnvelopes(line, doc)) : sent;
  if (!offered.ok && offered.error.type !== 'Refused') return offered;
  const left = (await readOutbox(database, doc)).length;
  const isTooLate = isRefused(offered, 'NotAMember') || isRefused(offered, 'DeviceRevoked');
  return ok({ lost: left, isAll: left === 0 || isTooLate });
}

async function ownEnvelopes({ context, session }: Line, doc: DocumentId): Promise<readonly StoredRecord[]> {
  const own = await context.ports.database.list('envelope', `${doc}/${session.keys.id}/`);
  return own.filter(({ key }) => !key.includes('+'));
}

const isRefused = (outcome: Outcome<unknown>, code: Extract<Failure, { type: 'Refused' }>['code']): boolean =>
  !outcome.ok && outcome.error.type === 'Refused' && outcome.error.code === code;

type Leaving = Pick<LeftDocument, 'because' | 'lost'> & { readonly doc: DocumentId };

/** Out of memory and off the list first, then keys, envelopes and local copies off both disks; told until somebody has read it. */
export async function eraseLeft({ context, session }: Pick<Line, 'context' | 'session'>, leaving: readonly Leaving[]): Promise<void> {
  const docs = leaving.map(({ doc }) => doc);
  const at = context.ports.clock.now();
  const told = leaving.flatMap(({ doc, because, lost }) => {
    const kind = session.documents.get(doc)?.kind;
    return kind === undefined ? [] : [{ at, kind, because, lost }];
  });
  await noteLeft(context, session, told);
  forgetDocuments(context, docs);
  context.link.tell({ type: 'removed', docs });
  await context.link.ask({ type: 'erase', docs });
}
