import { mayHold } from '../../core/circle/permissions.ts';
import type { CaseId } from '../../core/shared/ids.ts';
import { err, type Result } from '../../core/shared/result.ts';
import { deriveAccess, freshInvitation, hashAccess } from '../../crypto/invitation.ts';
import { bytesToBase64url } from '../../protocol/bytes.ts';
import { noteAccess } from '../accessLog/noteAccess.ts';
import type { Session } from '../device/deviceContext.ts';
import type { Circle as KnownCircle } from '../documents/document.ts';
import { requireCase } from './caseCircles.ts';
import { say } from './conversation.ts';
import type { Desk } from './desk.ts';
import { keepInvitation, listenForGuest, subjectOf, wayIn } from './followInvitations.ts';
import type { InvitationRecord } from './invitationRecord.ts';
import { sealToGuest } from './messages.ts';
import type { CircleError, Invitation, InvitationHow, InviteInput } from './types.ts';
import { toCircleError, withLine } from './withLine.ts';

type Made = Promise<Result<Invitation, CircleError>>;

/** Seconds that a link can be used. Beside each other it is scanned at once. */
const LASTS: { readonly [H in InvitationHow]: number } = { inPerson: 10 * 60, atDistance: 24 * 60 * 60 };

/** Somebody into a case, by a lead. What they will read is chosen now, and given only when a person accepts who asks. */
export async function invite(desk: Desk, caseId: CaseId, input: InviteInput): Made {
  const required = await requireCase(desk.context, caseId);
  if (!required.ok) return required;
  const { session, circles } = required.value;
  const { role, how, person, documents, until, sharing, succeeds } = input;
  if (role === 'expert' && until === null) return err({ type: 'EndDateMissing' });
  const chosen = [circles.plan, ...circles.others.filter(({ roster }) => documents.includes(roster.doc))];
  if (chosen.some(({ roster }) => roster.members.get(session.member)?.role !== 'lead')) return err({ type: 'NotALead' });
  if (succeeds !== null && !circles.plan.roster.members.has(succeeds)) return err({ type: 'NotAMember' });
  if (chosen.some(({ roster }) => role !== 'auditor' && !mayHold(roster.kind, role))) return err({ type: 'RoleMayNotHoldThis' });
  const invited = await makeInvitation(desk, session, {
    ...noDetails,
    use: 'case',
    how,
    doc: circles.plan.roster.doc,
    caseId,
    role,
    person,
    documents,
    until,
    sharing,
    succeeds,
  });
  if (invited.ok) await noteAccess(desk.context, documentsIn(chosen), 'invited');
  return invited;
}

const documentsIn = (circles: readonly KnownCircle[]) => circles.map(({ roster }) => roster.doc);

type Details = Omit<InvitationRecord, 'version' | 'id' | 'secret' | 'madeAt' | 'expiresAt' | 'ask' | 'digits' | 'state'>;

export const noDetails: Omit<Details, 'use' | 'how'> = {
  doc: null,
  caseId: null,
  role: null,
  person: null,
  documents: [],
  until: null,
  sharing: null,
  succeeds: null,
};

/** The link, known to the server by what only the guest can show, with what the host says of themselves; then listened to. */
export async function makeInvitation(desk: Desk, session: Session, details: Details): Made {
  const { context } = desk;
  const { clock, random } = context.ports;
  const { id, secret } = freshInvitation(random.bytes);
  const seconds = LASTS[details.how];
  const access = await hashAccess(await deriveAccess(secret));
  const made = await withLine(context, session, async ({ server, access: own }) => await server.invite(own, id, { access, seconds }));
  if (!made.ok) return made;
  const { name, organisation, discipline } = session.settings;
  const subject = await subjectOf(context, session, details.doc);
  const offer = await sealToGuest(
    { id, secret },
    { type: 'offer', name, organisation, discipline, how: details.how, subject },
    random.bytes,
  );
  const server = context.ports.server;
  const said = server ? await say({ server, id, access: () => wayIn(context) }, offer) : err({ type: 'Unreachable' });
  if (!said.ok) return err(toCircleError(said.error));
  const madeAt = clock.now();
  const record: InvitationRecord = {
    ...details,
    version: 1,
    id,
    secret: bytesToBase64url(secret),
    madeAt,
    expiresAt: madeAt + seconds * 1000,
    ask: null,
    digits: null,
    state: { type: 'waiting' },
  };
  const kept = await keepInvitation(desk, session, record);
  if (kept.ok && desk.following) void listenForGuest(desk, session, record, desk.following.signal);
  return kept;
}
