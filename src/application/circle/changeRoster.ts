import { applyChange } from '../../core/circle/rosterChanges.ts';
import type { RosterRefusal } from '../../core/circle/roster.ts';
import type { RosterChange } from '../../core/circle/rosterEntry.ts';
import type { DocumentId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Failure } from '../../core/sync/syncState.ts';
import { type NewRosterEntry, signRosterEntry } from '../../crypto/signRosterEntry.ts';
import { entrySeq, streamPath } from '../../protocol/exchange/paths.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { readCircle } from '../documents/circle.ts';
import type { Circle } from '../documents/document.ts';
import { takeRoster } from '../exchange/circleExchange.ts';
import { collect, collectCircle } from '../exchange/collect.ts';
import { compare } from '../exchange/compare.ts';
import { readMemory } from '../exchange/exchangeMemory.ts';
import type { Line, Outcome } from '../exchange/line.ts';
import type { CircleError } from './types.ts';
import { withLine } from './withLine.ts';

/** What to write in a roster, with the keys that come beside it. */
export type NextEntry = { readonly change: RosterChange } & Partial<Pick<NewRosterEntry, 'keyring' | 'epoch' | 'welcome'>>;

/** Decides on the circle as it is at that moment; null: there is nothing to do (any more). Asked again when others were first. */
export type DecideEntry = (circle: Circle, line: Line) => Promise<Result<NextEntry | null, Failure | CircleError>>;

/** So many times others may be first before a person is told to try again. */
const TRIES = 8;

/**
 * Writes one entry, by compare-and-set: read the circle as the server has it, decide, sign, append. Whoever finds that another was
 * first reads and decides again; so two who remove the same person both succeed, once.
 */
export function changeRoster(
  context: DeviceContext,
  session: Session,
  doc: DocumentId,
  needs: 'circle' | 'log',
  decide: DecideEntry,
): Promise<Result<'written' | 'nothing', CircleError>> {
  return withLine<'written' | 'nothing'>(context, session, async (line) => {
    for (let tries = 0; tries < TRIES; tries++) {
      const read = await bring(line, doc, needs);
      if (!read.ok) return read;
      const circle = await readCircle(context.ports.database, session, doc);
      if (!circle) return err({ type: 'ServerDiffers' });
      const next = await decide(circle, line);
      if (!next.ok) return next;
      if (next.value === null) return ok('nothing');
      const written = await append(line, circle, next.value);
      if (written.ok || !isOvertaken(written.error)) return written;
    }
    return err({ type: 'CircleMoved' });
  });
}

/** Somebody else was first, or wrote in the meantime. */
const isOvertaken = (error: Failure | CircleError): boolean =>
  error.type === 'Refused' && (error.code === 'EntryMoved' || error.code === 'HeadsBehind');

/**
 * The circle as the server has it, verified and stored here. `log`: with every envelope, because whoever lowers rights says what
 * counts. A document that is new to the server, or to a restored one, goes there first.
 */
async function bring(line: Line, doc: DocumentId, what: 'circle' | 'log'): Promise<Outcome> {
  const { context, session } = line;
  const read = what === 'log' ? await collect(line, doc) : await collectCircle(line, doc, await readMemory(context, session, doc));
  if (read.ok) return ok(undefined);
  const isElsewhere = read.error.type === 'Refused' && (read.error.code === 'NotFound' || read.error.code === 'OtherEpoch');
  return isElsewhere ? await compare(line, doc) : read;
}

async function append(
  line: Line,
  { roster }: Circle,
  { change, keyring = null, epoch = null, welcome = null }: NextEntry,
): Promise<Result<'written', Failure | CircleError>> {
  const { session, context, server, access } = line;
  const { doc, hash: previous } = roster;
  const n = roster.n + 1;
  const allowed = applyChange(roster, change, { n, by: session.member });
  if (!allowed.ok) return err(refusals[allowed.error]);
  const entry = { doc, n, previous, by: session.member, wall: context.ports.clock.now(), change, keyring, epoch, welcome };
  const { bytes } = await signRosterEntry(entry, session.keys);
  const sent = await server.append(access, streamPath(doc, 'roster'), bytes, entrySeq(n));
  if (!sent.ok) return sent;
  const taken = await takeRoster(line, doc, [bytes]);
  return taken.ok ? ok('written') : taken;
}

const refusals: { readonly [R in RosterRefusal]: CircleError } = {
  NotALead: { type: 'NotALead' },
  NotAMember: { type: 'NotAMember' },
  AlreadyAMember: { type: 'AlreadyAMember' },
  RoleMayNotHoldThis: { type: 'RoleMayNotHoldThis' },
  LastLead: { type: 'LastLead' },
  ReasonMissing: { type: 'ReasonMissing' },
  SecondProfessionalMissing: { type: 'SecondProfessionalMissing' },
  HeadsMissing: { type: 'Refused', code: 'HeadsBehind' },
  SecondGenesis: { type: 'Refused', code: 'EntryRefused' },
  Destroyed: { type: 'Refused', code: 'Destroyed' },
  EpochNotNext: { type: 'CircleMoved' },
};
