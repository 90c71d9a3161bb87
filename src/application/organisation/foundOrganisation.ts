import { decideOrganisation } from '../../core/organisation/decideOrganisation.ts';
import type { Operation } from '../../core/document/operation.ts';
import { emptyDocument } from '../../core/document/state.ts';
import type { DocumentId, MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { freshCaseId } from '../../crypto/ids.ts';
import { joinBytes } from '../../protocol/bytes.ts';
import { streamPath } from '../../protocol/exchange/paths.ts';
import { toCircleError } from '../circle/withLine.ts';
import { changeSettings } from '../device/session.ts';
import { type DeviceContext, type Session, storeRecords } from '../device/deviceContext.ts';
import { createDocument } from '../documents/createDocument.ts';
import { storedRoster } from '../exchange/circleExchange.ts';
import { connectToServer, introduceKeyring } from '../exchange/connect.ts';
import type { Access } from '../ports.ts';
import { toExchangeError } from './toExchangeError.ts';
import type { OrganisationError } from './types.ts';

/**
 * The first administrator: with the one-time link of the server this person becomes known there and founds the organisation. Its
 * document is stored here first, because the link is used up as soon as the server has it; when the server refuses, it is taken away.
 */
export async function foundOrganisation(context: DeviceContext, setup: string, name: string): Promise<Result<void, OrganisationError>> {
  const { session, ports } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  if (!ports.server) return err({ type: 'NotConnected' });
  const access: Access = { type: 'setup', secret: secretIn(setup) };
  if (access.secret === '') return err({ type: 'InvitationOver' });
  const operations = firstWords(session, name);
  if (!operations.ok) return operations;
  const introduced = await introduceKeyring(context, access);
  if (!introduced.ok) return err(unlessUnknown(toExchangeError(introduced.error)));
  const made = await makeDocument(context, session, operations.value);
  if (!made.ok) return made;
  const created = await ports.server.create(
    access,
    streamPath(made.value, 'roster'),
    joinBytes(await storedRoster({ context }, made.value)),
  );
  if (!created.ok) {
    if (created.error.type === 'Refused') await takeAway(context, session, made.value);
    return err(unlessUnknown(toCircleError(created.error)));
  }
  const noted = await changeSettings(context, session, { organisation: name.trim() });
  const connected = noted.ok ? await connectToServer(context) : noted;
  return connected.ok ? connected : err(toExchangeError(connected.error));
}

/** The address as it was printed, its fragment, or the secret alone. */
function secretIn(setup: string): string {
  const secret = setup.trim().split('#setup=').at(-1) ?? '';
  return /^[\w-]{43}$/.test(secret) ? secret : '';
}

/** A setup link that the server does not know was used, or replaced by a later one. */
const unlessUnknown = <E extends { readonly type: string; readonly code?: string }>(error: E): E | { readonly type: 'InvitationOver' } =>
  error.type === 'Refused' && error.code === 'NoSession' ? { type: 'InvitationOver' } : error;

function firstWords({ member, settings }: Session, name: string): Result<readonly Operation[], OrganisationError> {
  const empty = emptyDocument('' as DocumentId);
  const named = decideOrganisation({ type: 'rename', name: name.trim() }, empty);
  if (!named.ok) return err(named.error.type === 'TextTooLong' ? named.error : { type: 'NameMissing' });
  const about = aboutMe(member, settings);
  const described = about.name === '' ? ok([]) : decideOrganisation(about, empty);
  return ok([...named.value, ...(described.ok ? described.value : [])]);
}

const aboutMe = (member: MemberId, { name, discipline }: Session['settings']) =>
  ({ type: 'describe', member, name: name.trim().slice(0, 80), discipline: discipline.slice(0, 60) }) as const;

/** Of an earlier try that did not come through, what is here is used again: the server may have it after all. */
async function makeDocument(
  context: DeviceContext,
  session: Session,
  operations: readonly Operation[],
): Promise<Result<DocumentId, OrganisationError>> {
  const earlier = [...session.documents.values()].find(({ kind }) => kind === 'organisation');
  if (earlier) return ok(earlier.doc);
  const { random } = context.ports;
  const made = await createDocument(context.ports, session, { kind: 'organisation', caseId: freshCaseId(random.bytes), operations });
  const stored = await storeRecords(context, made.records);
  if (!stored.ok) return stored;
  session.documents.set(made.indexed.doc, made.indexed);
  context.link.tell({ type: 'device' });
  return ok(made.indexed.doc);
}

async function takeAway(context: DeviceContext, session: Session, doc: DocumentId): Promise<void> {
  session.documents.delete(doc);
  session.open.delete(doc);
  context.link.tell({ type: 'removed', docs: [doc] });
  await context.link.ask({ type: 'erase', docs: [doc] });
}
