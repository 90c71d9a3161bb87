import type { DocumentId } from '../../core/shared/ids.ts';
import { err, ok } from '../../core/shared/result.ts';
import type { Failure } from '../../core/sync/syncState.ts';
import type { LeftDocument } from '../application.ts';
import { endHere } from '../destruction/endHere.ts';
import { readCircle } from '../documents/circle.ts';
import type { StoredRecord } from '../ports.ts';
import { collectCircle } from './collect.ts';
import { deliver, deliverEnvelopes, readOutbox } from './deliver.ts';
import { eraseHere } from './eraseHere.ts';
import { fromTheStart, readMemory } from './exchangeMemory.ts';
import { noteLeft } from './left.ts';
import type { Line, Outcome } from './line.ts';

/**
 * The server says that this member is not in the circle any more, or that the document is over. What waits is offered first
 * (SPEC 6c). Only when the signed roster itself says so does the document leave this device: a server alone cannot wipe anything.
 */
export async function leave(line: Line, doc: DocumentId): Promise<Outcome<{ readonly gone: boolean }>> {
  const { context, session } = line;
  const told = await readEnd(line, doc);
  if (!told.ok && told.error.type !== 'Refused') return told;
  const circle = await readCircle(context.ports.database, session, doc);
  const roster = circle?.roster;
  const offered = await offerLast(line, doc);
  if (!offered.ok) return offered;
  if (circle?.roster.destroyed) {
    const ended = await endHere(line, circle, offered.value.lost);
    return ended.ok ? ok({ gone: true }) : ended;
  }
  if (roster === undefined || roster.members.has(session.member) || !offered.value.isAll) return ok({ gone: false });
  await eraseLeft(line, [{ doc, because: 'removed', ...offered.value }]);
  return ok({ gone: true });
}

/** The circle up to its end: from the start when the server went back, because another may have ended it anew there. */
async function readEnd(line: Line, doc: DocumentId): Promise<Outcome<unknown>> {
  const memory = await readMemory(line.context, line.session, doc);
  const told = await collectCircle(line, doc, memory);
  return isRefused(told, 'OtherEpoch') ? await collectCircle(line, doc, { ...memory, ...fromTheStart }) : told;
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

/** It leaves this device, and that is told until somebody has read it. */
export async function eraseLeft({ context, session }: Pick<Line, 'context' | 'session'>, leaving: readonly Leaving[]): Promise<void> {
  const docs = leaving.map(({ doc }) => doc);
  const at = context.ports.clock.now();
  const told = leaving.flatMap(({ doc, because, lost }) => {
    const kind = session.documents.get(doc)?.kind;
    return kind === undefined ? [] : [{ at, kind, because, lost, ended: null }];
  });
  await noteLeft(context, session, told);
  await eraseHere(context, docs);
}
