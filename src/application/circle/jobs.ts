import { isFamily } from '../../core/circle/rosterChanges.ts';
import { findRemovals, secondFor } from '../../core/circle/removals.ts';
import type { Roster } from '../../core/circle/roster.ts';
import type { CaseId, DeviceId, DocumentId, MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Failure } from '../../core/sync/syncState.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { finishDestruction } from '../destruction/finishDestruction.ts';
import { readCircle } from '../documents/circle.ts';
import type { Circle } from '../documents/document.ts';
import { withDocument } from '../exchange/collect.ts';
import type { Line } from '../exchange/line.ts';
import { documentsOf, readCaseCircles } from './caseCircles.ts';
import { changeRoster } from './changeRoster.ts';
import { makeRemove, makeRotate } from './entries.ts';
import { headsIn } from './heads.ts';
import { readReason, sealFor } from './reasons.ts';
import { findRevocations } from './revocations.ts';
import type { CircleError } from './types.ts';

/*
 * What was decided and must still happen in some documents. Nothing of it is remembered here: circles and keyrings say what is
 * left, so a crash anywhere in between changes nothing, and any lead's device can go on.
 */

type Done = Promise<Result<void, CircleError>>;

/** Why a job does not go on in a document: shown until it does. By document and member, while unlocked. */
const problems = new WeakMap<Session, Map<string, CircleError['type']>>();

export const problemOf = (session: Session, doc: DocumentId, member: MemberId): CircleError['type'] | null =>
  problems.get(session)?.get(`${doc} ${member}`) ?? null;

const running = new WeakMap<Session, Map<CaseId, Done>>();

/** Goes on with everything unfinished in a case, as far as it is this member's to do; one run at a time. */
export async function runJobs(context: DeviceContext, session: Session, caseId: CaseId): Done {
  const runs = running.get(session) ?? new Map<CaseId, Done>();
  running.set(session, runs);
  const before = runs.get(caseId) ?? Promise.resolve(ok(undefined));
  const run = before.then(() => runAll(context, session, caseId));
  runs.set(caseId, run);
  return await run;
}

async function runAll(context: DeviceContext, session: Session, caseId: CaseId): Done {
  const circles = await readCaseCircles(context, session, caseId);
  if (!circles) return err({ type: 'UnknownCase' });
  const rosters = circles.others.map(({ roster }) => roster);
  let first: Result<void, CircleError> = ok(undefined);
  const note = (doc: DocumentId, member: MemberId, result: Result<unknown, CircleError>) => {
    noteProblem(session, doc, member, result);
    if (!result.ok && first.ok) first = result;
    return result.ok || result.error.type !== 'Offline';
  };
  const { ending } = circles.plan.roster;
  // What goes altogether needs nobody taken out of it, and no new key.
  if (ending) return await finishDestruction(context, session, caseId, (doc, result) => note(doc, ending.by, result));
  for (const { member, open } of findRemovals(circles.plan.roster, rosters)) {
    for (const roster of open) {
      if (!isMine(roster, session)) continue;
      if (!note(roster.doc, member, await removeFrom(context, session, circles.plan.roster, roster.doc, member))) return first;
    }
  }
  const retired = await retireIn(context, session, documentsOf(session, caseId));
  return first.ok ? retired : first;
}

/** New keys, which lost devices never see, for whichever of these documents still needs one. */
export async function retireIn(context: DeviceContext, session: Session, docs: Iterable<DocumentId>): Done {
  let first: Result<void, CircleError> = ok(undefined);
  for (const doc of docs) {
    const circle = await readCircle(context.ports.database, session, doc);
    if (!circle || findRevocations(circle, session).length === 0) continue;
    const retired = await retireDevices(context, session, doc);
    noteProblem(session, doc, session.member, retired);
    if (!retired.ok && first.ok) first = retired;
    if (!retired.ok && retired.error.type === 'Offline') return first;
  }
  return first;
}

/** Only a lead takes somebody out. */
export const isMine = (roster: Roster, { member }: Session): boolean => roster.members.get(member)?.role === 'lead';

function noteProblem(session: Session, doc: DocumentId, member: MemberId, result: Result<unknown, CircleError>): void {
  const known = problems.get(session) ?? new Map<string, CircleError['type']>();
  problems.set(session, known);
  if (result.ok) known.delete(`${doc} ${member}`);
  else known.set(`${doc} ${member}`, result.error.type);
}

function removeFrom(context: DeviceContext, session: Session, plan: Roster, doc: DocumentId, member: MemberId) {
  return changeRoster(context, session, doc, 'log', async (circle, line) => {
    const current = circle.roster.members.get(member);
    if (!current) return ok(null);
    const seconded = isFamily(current.role) ? secondFor(circle.roster, member, session.member) : null;
    const words = await readReason(context, session, plan, member);
    const reason = await sealFor(context, session, circle.roster, member, words);
    const heads = await headsOf(line, circle, (device) => circle.ownerOf(device) === member);
    return heads.ok ? await makeRemove({ member, reason, seconded }, heads.value, circle, line) : heads;
  });
}

function retireDevices(context: DeviceContext, session: Session, doc: DocumentId) {
  return changeRoster(context, session, doc, 'log', async (circle, line) => {
    const revoked = findRevocations(circle, session);
    if (revoked.length === 0) return ok(null);
    const heads = await headsOf(line, circle, (device) => revoked.includes(device));
    return heads.ok ? await makeRotate(revoked, heads.value, circle, line) : heads;
  });
}

export const headsOf = (line: Line, { roster }: Circle, concerns: (device: DeviceId) => boolean) =>
  withDocument(line, roster.doc, async (document) => ok(headsIn(document.state(), concerns))) satisfies Promise<Result<unknown, Failure>>;
