import type { DocumentId } from '../../core/shared/ids.ts';
import { ok } from '../../core/shared/result.ts';
import { forgetDocuments } from '../cases/forgetDocuments.ts';
import { readCircle } from '../documents/circle.ts';
import { collectCircle } from './collect.ts';
import { deliver, readOutbox } from './deliver.ts';
import { readMemory } from './exchangeMemory.ts';
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
  const offered = await deliver(line, doc);
  if (!offered.ok && offered.error.type !== 'Refused') return offered;
  const waiting = await readOutbox(context.ports.database, doc);
  const roster = (await readCircle(context.ports.database, session, doc))?.roster;
  const isOver = roster !== undefined && (roster.destroyed || !roster.members.has(session.member));
  if (!isOver || (waiting.length > 0 && !roster.destroyed)) return ok({ gone: false });
  forgetDocuments(context, [doc]);
  context.link.tell({ type: 'removed', docs: [doc] });
  await context.link.ask({ type: 'erase', docs: [doc] });
  return ok({ gone: true });
}
