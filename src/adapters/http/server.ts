import type * as v from 'valibot';
import { safeParse } from 'valibot';
import type { Access, ServerPort, ServerProblem } from '../../application/ports.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { nextPartSize } from '../../core/sync/partSize.ts';
import { bytesToBase64url } from '../../protocol/bytes.ts';
import { authorizationOf } from '../../protocol/exchange/credentials.ts';
import {
  blocksPath,
  CBOR_SEQUENCE,
  fetchesPath,
  INBOX_PATH,
  invitationPath,
  organisationFetchesPath,
  organisationPath,
  PART_BYTES,
  presencePath,
  SESSION_PATH,
} from '../../protocol/exchange/paths.ts';
import {
  challengeShape,
  documentFetchesShape,
  inboxShape,
  organisationFetchesShape,
  organisationShape,
  sessionShape,
} from '../../protocol/exchange/shapes.ts';
import { parseJson, request, type Answer } from './request.ts';

/** A long-poll answers within about 20 s; a slow line adds to that. */
const WAITING = 40_000;

/** Bytes of a stream in one answer. The first is some seconds on a very slow line. */
const PART = { least: 4_000, first: 16_000, most: 1_000_000 };

/** The server over HTTP, at the origin that the app itself came from. */
export function createHttpServer(origin: string): ServerPort {
  let part = PART.first;
  const send = (
    access: Access | null,
    method: string,
    path: string,
    body: { readonly type: string; readonly bytes: BodyInit; readonly seq?: string | undefined } | null = null,
    {
      part: bytesAtOnce,
      ...waiting
    }: { readonly signal?: AbortSignal | undefined; readonly patience?: number; readonly part?: number } = {},
  ) => {
    const headers = new Headers();
    if (access) headers.set('authorization', authorizationOf(access));
    if (body) headers.set('content-type', body.type);
    if (body?.seq !== undefined) headers.set('stream-seq', body.seq);
    if (bytesAtOnce !== undefined) headers.set(PART_BYTES, String(bytesAtOnce));
    return request(`${origin}${path}`, { method, headers, body: body?.bytes ?? null }, waiting);
  };
  const json = (value: unknown) => ({ type: 'application/json', bytes: JSON.stringify(value) });
  const bytes = (content: Uint8Array<ArrayBuffer>, seq?: string) => ({ type: CBOR_SEQUENCE, bytes: content, seq });

  return {
    challenge: async () => parse(challengeShape, await send(null, 'GET', SESSION_PATH)),
    openSession: async ({ signature, ...asked }) =>
      parse(sessionShape, await send(null, 'POST', SESSION_PATH, json({ ...asked, signature: bytesToBase64url(signature) }))),
    create: async (access, path, body) => nextOf(await send(access, 'PUT', path, bytes(body))),
    append: async (access, path, body, seq) => nextOf(await send(access, 'POST', path, bytes(body, seq))),
    read: async (access, path, from) => {
      const begun = performance.now();
      const answer = await send(access, 'GET', `${path}?${query(from)}`, null, { ...waitingFor(from), part });
      if (!from.wait) part = nextPartSize(part, PART, { ...arrivalOf(answer), took: performance.now() - begun });
      if (!answer.ok) return answer;
      const { headers, bytes: content } = answer.value;
      const next = headers.get('stream-next-offset') ?? from.offset;
      return ok({ bytes: content, next, upToDate: headers.get('stream-up-to-date') === 'true' });
    },
    inbox: async (access, from) => parse(inboxShape, await send(access, 'GET', `${INBOX_PATH}?${query(from)}`, null, waitingFor(from))),
    sendPresence: async (access, doc, sealed) =>
      nothing(await send(access, 'POST', presencePath(doc), { type: 'application/octet-stream', bytes: sealed })),
    invite: async (access, id, asked) => nothing(await send(access, 'PUT', invitationPath(id), json(asked))),
    endInvitation: async (access, id) => nothing(await send(access, 'DELETE', invitationPath(id))),
    readOrganisation: async (access, doc) => parse(organisationShape, await send(access, 'GET', organisationPath(doc))),
    readFetches: async (access, doc) => parse(documentFetchesShape, await send(access, 'GET', fetchesPath(doc))),
    readOrganisationFetches: async (access, doc) =>
      parse(organisationFetchesShape, await send(access, 'GET', organisationFetchesPath(doc))),
    blockDevice: async (access, doc, device, blocked) => nothing(await send(access, 'POST', blocksPath(doc), json({ device, blocked }))),
  };
}

const arrivalOf = (answer: Result<Answer, ServerProblem>) => ({
  arrived: answer.ok || answer.error.type !== 'Unreachable',
  bytes: answer.ok ? answer.value.bytes.length : 0,
});

type From = Parameters<ServerPort['read']>[2];

const query = ({ offset, wait }: From) => new URLSearchParams({ offset, ...(wait ? { live: 'long-poll' } : {}) }).toString();

const waitingFor = ({ wait, signal }: From) => ({ signal, ...(wait ? { patience: WAITING } : {}) });

/** What does not look as agreed came from something else than our server. */
function parse<const S extends v.GenericSchema>(shape: S, answer: Result<Answer, ServerProblem>): Result<v.InferOutput<S>, ServerProblem> {
  if (!answer.ok) return answer;
  const parsed = safeParse(shape, parseJson(answer.value.bytes));
  return parsed.success ? ok(parsed.output) : err({ type: 'Unreachable' });
}

const nothing = (answer: Result<Answer, ServerProblem>): Result<void, ServerProblem> => (answer.ok ? ok(undefined) : answer);

const nextOf = (answer: Result<Answer, ServerProblem>): Result<{ readonly next: string }, ServerProblem> =>
  answer.ok ? ok({ next: answer.value.headers.get('stream-next-offset') ?? '-1' }) : answer;
