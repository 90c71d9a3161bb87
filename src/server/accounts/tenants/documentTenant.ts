import type { DocumentId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { type Bytes, isSameBytes } from '../../../protocol/bytes.ts';
import { parseAuthorization } from '../../../protocol/exchange/credentials.ts';
import { CBOR_SEQUENCE, type DocumentStream, entrySeq, streamPath } from '../../../protocol/exchange/paths.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import type { Tx } from '../../store/port.ts';
import type { StreamRequest, Tenant } from '../../streams/tenant.ts';
import type { AccountsContext } from '../accountsContext.ts';
import { admitEnvelopes, type SignedEnvelope, verifyEnvelope } from '../documents/admitEnvelopes.ts';
import { admitGenesis, admitRosterEntries } from '../documents/admitRoster.ts';
import { type OpenedRoster, openRoster } from '../documents/openRoster.ts';
import { documentOf } from '../documents/documents.ts';
import { mayReadStream } from '../documents/readAccess.ts';
import { ownerOf } from '../keyrings/devices.ts';
import { readSession } from '../session/readSession.ts';
import { foundOrganisation } from '../setup/foundOrganisation.ts';
import { openSetupLink } from '../setup/setupLinks.ts';
import { type Admit, createCaseTenant, ID, isSeqOf, isTooMuch, matchPath, readAll, readDelivery } from './delivery.ts';

/** Of a roster: thousands of changes in a large circle. */
const MOST_BYTES = 16 * 1024 * 1024;

const PATH = new RegExp(`^/v1/doc/${ID}/(roster|log|views)$`);

/** The three streams of every document. */
export const createDocumentTenant = (context: AccountsContext): Tenant<Admit> =>
  createCaseTenant(
    context,
    (path) => PATH.test(path),
    async (request) => {
      const { doc, stream } = partsOf(request);
      if (request.method === 'PUT') return stream === 'roster' ? await prepareDocument(context, request, doc) : err('NotAllowed');
      return stream === 'roster' ? await prepareRoster(context, request, doc) : await prepareEnvelopes(context, request, { doc, stream });
    },
    (request) => {
      const { doc, stream } = partsOf(request);
      const session = sessionOf(context, request);
      return session.ok ? context.store.read((tx) => mayReadStream(tx, session.value.device, doc, stream)) : session;
    },
    async (request) => {
      const { doc, stream } = partsOf(request);
      if (request.method !== 'GET') return;
      // Of a destroyed document who fetched the news is noted, because somebody has to account for it.
      const isEnd = stream === 'roster' && context.store.read((tx) => documentOf(tx, doc)?.destroyed === 1);
      if (stream !== 'log' && !isEnd) return;
      const session = sessionOf(context, request);
      if (session.ok) await context.fetches.note(doc, session.value.device, isEnd ? 'end' : 'content');
    },
  );

const sessionOf = ({ seal, now }: AccountsContext, { headers }: StreamRequest) =>
  readSession(seal, headers['authorization'], 'anySession', now());

function partsOf({ path }: StreamRequest): { readonly doc: DocumentId; readonly stream: DocumentStream } {
  const [doc, stream] = matchPath(path, PATH) ?? [];
  return { doc: doc as DocumentId, stream: stream as DocumentStream };
}

/** A genesis makes the document with its log and access log. */
async function prepareDocument(context: AccountsContext, request: StreamRequest, doc: DocumentId): Promise<Result<Admit, Refusal>> {
  const found = openFounder(context, request);
  if (!found.ok) return found;
  const delivered = readDelivery(request);
  if (!delivered.ok) return delivered;
  const opened = await openDelivered(context, doc, [], delivered.value);
  if (!opened.ok) return opened;
  if (!isSeqOf(request, null)) return err('Malformed');
  const { addedBytes } = opened.value;
  return ok((tx, stream) => {
    if (stream !== undefined) {
      // Only the founder knew this document: the same genesis again is their own, sent twice.
      const [first] = tx.read(stream, 0, 1).messages;
      return first !== undefined && isSameBytes(first, addedBytes[0] as Bytes) ? ok([]) : err('AlreadyThere');
    }
    const admitted = found.value(tx, opened.value);
    if (!admitted.ok) return admitted;
    for (const name of ['log', 'views'] as const) tx.create(streamPath(doc, name), { contentType: CBOR_SEQUENCE });
    return ok(addedBytes);
  });
}

/** Who asks for a new document, and what has to hold for them inside the transaction. An organisation takes a setup link. */
function openFounder(
  { store, seal, now }: AccountsContext,
  { headers }: StreamRequest,
): Result<(tx: Tx, opened: OpenedRoster) => Result<void, Refusal>, Refusal> {
  const credential = parseAuthorization(headers['authorization'] as string | undefined);
  if (credential?.type === 'setup') {
    const link = store.read((tx) => openSetupLink(tx, credential.secret, now()));
    return link.ok ? ok((tx, opened) => foundOrganisation(tx, credential.secret, opened, now())) : link;
  }
  const session = readSession(seal, headers['authorization'], 'fullSession', now());
  return session.ok ? ok((tx, opened) => admitGenesis(tx, session.value.device, opened, now())) : session;
}

async function prepareRoster(context: AccountsContext, request: StreamRequest, doc: DocumentId): Promise<Result<Admit, Refusal>> {
  const { store, seal, now } = context;
  const session = readSession(seal, request.headers['authorization'], 'fullSession', now());
  if (!session.ok) return session;
  const delivered = readDelivery(request);
  if (!delivered.ok) return delivered;
  const { device } = session.value;
  // Who may not read the roster learns nothing from its links either.
  const access = store.read((tx) => mayReadStream(tx, device, doc, 'roster'));
  if (!access.ok) return access;
  if (access.value.end !== null) return err('NotAMember');
  const stored = store.read((tx) => readAll(tx, request.path));
  if (isTooMuch(MOST_BYTES, stored, delivered.value)) return err('QuotaFull');
  const opened = await openDelivered(context, doc, stored, delivered.value);
  if (!opened.ok) return opened;
  const { basis, added, addedBytes, roster } = opened.value;
  if (!isSeqOf(request, entrySeq(roster.n))) return err('Malformed');
  if (basis === null) return err('NotFound');
  return ok((tx) => {
    if (added.length === 0) return ok([]);
    const admitted = admitRosterEntries(tx, { doc, device, basis, added, roster }, now());
    return admitted.ok ? ok(addedBytes) : admitted;
  });
}

const openDelivered = (
  { store, rosters }: AccountsContext,
  doc: DocumentId,
  stored: readonly Bytes[],
  delivered: readonly Bytes[],
): Promise<Result<OpenedRoster, Refusal>> =>
  openRoster(doc, { stored, delivered }, (device) => store.read((tx) => ownerOf(tx, device)), rosters);

/** Signatures side by side, but never so many that a big delivery holds up others. */
const AT_ONCE = 64;

async function prepareEnvelopes(
  { seal, now, limits }: AccountsContext,
  request: StreamRequest,
  { doc, stream }: { readonly doc: DocumentId; readonly stream: 'log' | 'views' },
): Promise<Result<Admit, Refusal>> {
  const session = readSession(seal, request.headers['authorization'], 'anySession', now());
  if (!session.ok) return session;
  const delivered = readDelivery(request);
  if (!delivered.ok) return delivered;
  if (!isSeqOf(request, null)) return err('Malformed');
  const envelopes: SignedEnvelope[] = [];
  for (let at = 0; at < delivered.value.length; at += AT_ONCE) {
    const some = delivered.value.slice(at, at + AT_ONCE).map((bytes) => verifyEnvelope(bytes, doc));
    for (const verified of await Promise.all(some)) {
      if (!verified.ok) return verified;
      envelopes.push(verified.value);
    }
  }
  const { device } = session.value;
  return ok((tx, found) =>
    admitEnvelopes(tx, { doc, stream, end: found?.tail ?? 0, device, envelopes, quota: limits.documentBytes }, now()),
  );
}
