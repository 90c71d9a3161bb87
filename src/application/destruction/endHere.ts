import { ok } from '../../core/shared/result.ts';
import type { EndedCase } from '../application.ts';
import { viewOf } from '../cases/viewOf.ts';
import { readInvitations, invitationKey } from '../circle/invitationRecord.ts';
import { readOwnReason } from '../circle/reasons.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { Circle } from '../documents/document.ts';
import { hold, openDocument } from '../documents/openDocument.ts';
import { rosterKey } from '../documents/rosterKey.ts';
import { eraseHere } from '../exchange/eraseHere.ts';
import { readMemory } from '../exchange/exchangeMemory.ts';
import { noteLeft } from '../exchange/left.ts';
import { keep, type Line, type Outcome } from '../exchange/line.ts';
import { removalOf } from '../ports.ts';
import { destroyEntry } from './destroyEntry.ts';
import { destroyedRecord } from './destroyedRecord.ts';
import { noteEvidence, readStatement } from './statements.ts';
import { readWhy } from './why.ts';

/**
 * A document that its signed roster says is destroyed leaves this device: first what proves it is kept, then keys, envelopes and local
 * copies go off both disks. Told once; whoever destroyed it here has the statement. `lost`: own changes that nobody has.
 */
export async function endHere(line: Line, circle: Circle, lost: number): Promise<Outcome> {
  const { context, session } = line;
  const { doc, kind, caseId } = circle.roster;
  const isKnown = session.documents.has(doc);
  const at = context.ports.clock.now();
  const ended = isKnown && kind === 'plan' ? await describeEnd(context, session, circle) : null;
  const entries = (await context.ports.database.list('roster', rosterKey(doc))).map(({ bytes }) => bytes);
  // Erased by another tab in the meantime.
  if (entries.length === 0) return ok(undefined);
  const end = (await readMemory(context, session, doc)).roster;
  const invitations = kind === 'plan' ? (await readInvitations(context, session)).filter((made) => made.caseId === caseId) : [];
  const kept = await keep(line, [
    await destroyedRecord(context, session, { doc, kind, caseId, at, end, entries }),
    ...invitations.map(({ id }) => removalOf({ table: 'device', key: invitationKey(id) })),
  ]);
  if (!kept.ok) return kept;
  await noteEvidence(context, session, circle);
  const isStated = (await readStatement(context, session, caseId)) !== undefined;
  if (isKnown && !isStated) await noteLeft(context, session, [{ at, kind, because: 'destroyed', lost, ended }]);
  await eraseHere(context, [doc]);
  return ok(undefined);
}

/** Which case, by whom and why, as long as that can be read here. */
async function describeEnd(context: DeviceContext, session: Session, circle: Circle): Promise<EndedCase> {
  const { doc, caseId, ending, members } = circle.roster;
  const entry = destroyEntry(circle);
  const by = ending?.by ?? entry?.by;
  const why = ending ?? (entry && { by: entry.by, reason: entry.reason });
  const release = hold(session, doc);
  try {
    const document = await openDocument(context, session, doc)?.catch(() => undefined);
    const view = document && viewOf(context, session, document.shown.get());
    const person = view?.people.find(({ member }) => member === by);
    const elsewhere = [...session.documents.values()].filter((other) => other.caseId === caseId && other.doc !== doc);
    return {
      title: view?.family.name ?? '',
      by: { name: person?.name ?? '', discipline: person?.discipline ?? '', organisation: person?.organisation ?? '' },
      role: (by && members.get(by)?.role) ?? null,
      on: entry?.wall ?? context.ports.clock.now(),
      why: readWhy(why ? await readOwnReason(context, session, circle.roster, why) : ''),
      rest: elsewhere.length,
    };
  } finally {
    release();
  }
}
