import type { ServerResponse } from 'node:http';
import type { Refusal } from '../../protocol/exchange/refusals.ts';
import type { StreamRow, Tx } from '../store/port.ts';
import { isLoopback } from '../limits/addressOf.ts';
import { answer, type Headers, refuse } from './answer.ts';
import { plainType } from './contentType.ts';
import { findLiving, isSameLifetime, lifetimeHeaders, readLifetime } from './lifetime.ts';
import { endOf, formatOffset } from './offset.ts';
import { judgeProducer, type Producer, readProducer } from './producers.ts';
import type { StreamContext, StreamRequest, Tenant } from './tenant.ts';

/* PUT, POST and DELETE: everything that changes a stream is decided and done in one transaction, and answered after its commit. */

type Answer = (response: ServerResponse) => void;

const DEFAULT_TYPE = 'application/octet-stream';

/** Makes a stream, or says that it is there already as asked for. */
export async function createStream<P>(context: StreamContext, tenant: Tenant<P>, request: StreamRequest): Promise<Answer> {
  const lifetime = readLifetime(request);
  const closed = isTrue(request.headers['stream-closed']);
  if (!lifetime || (!tenant.perishable && (lifetime.ttl !== null || lifetime.expiresAt !== null))) return refused('Malformed');
  const contentType = typeof request.headers['content-type'] === 'string' ? request.headers['content-type'] : DEFAULT_TYPE;
  const prepared = await tenant.prepare(request);
  if (!prepared.ok) return refused(prepared.error);

  return await context.store
    .write((tx): Answer => {
      const now = context.now();
      const found = findLiving(tx, request.path, now);
      if (!found) removeDead(tx, request.path);
      const admitted = tenant.admit(tx, prepared.value, request, found);
      if (!admitted.ok) return undo(refused(admitted.error));
      if (found) {
        const isSame =
          plainType(found.contentType) === plainType(contentType) && isSameLifetime(found, lifetime) && found.closed === closed;
        if (!isSame) return undo(refused('AlreadyThere', stateOf(context, found)));
        return (response) => answer(response, 200, { 'Content-Type': found.contentType, ...stateOf(context, found) });
      }
      const expiresAt = lifetime.ttl === null ? lifetime.expiresAt : now + lifetime.ttl * 1000;
      const empty = tx.create(request.path, { contentType, ttl: lifetime.ttl, expiresAt });
      const seq = seqOf(request);
      const made = tx.append(empty, admitted.value, { close: closed, ...(seq === undefined ? {} : { seq }) });
      return (response) => answer(response, 201, { 'Content-Type': contentType, Location: locationOf(request), ...stateOf(context, made) });
    })
    .catch(answerUndone);
}

/** Adds to a stream, closes it, or both. */
export async function appendToStream<P>(context: StreamContext, tenant: Tenant<P>, request: StreamRequest): Promise<Answer> {
  const producer = readProducer(request);
  const close = isTrue(request.headers['stream-closed']);
  const isEmpty = request.body.length === 0;
  if (producer === undefined) return refused('Malformed');
  const prepared = isEmpty && close && tenant.perishable ? null : await tenant.prepare(request);
  if (prepared && !prepared.ok) return refused(prepared.error);

  return await context.store
    .write((tx): Answer => {
      const stream = findLiving(tx, request.path, context.now());
      if (!stream) return undo(refused('NotFound'));
      const state = stateOf(context, stream);
      if (isEmpty && !close) return undo(refused('Malformed'));
      if (!isEmpty) {
        const { 'content-type': contentType } = request.headers;
        if (typeof contentType !== 'string' || contentType === '') return undo(refused('Malformed'));
        if (plainType(contentType) !== plainType(stream.contentType)) return undo(refused('WrongContentType', state, 409));
      }
      const judged = producer && judge(tx, stream, producer, state);
      if (judged) return undo(judged);
      if (stream.closed) return undo(isEmpty && !producer ? (response) => answer(response, 204, state) : refused('Closed', state));
      const seq = seqOf(request);
      if (seq !== undefined && stream.seq !== null && seq <= stream.seq) return undo(refused('EntryMoved', state));

      const admitted = prepared ? tenant.admit(tx, prepared.value, request, stream) : undefined;
      if (admitted && !admitted.ok) return undo(refused(admitted.error, state));
      const messages = admitted?.value ?? [];
      const after =
        messages.length === 0 && !close ? stream : tx.append(stream, messages, { close, ...(seq === undefined ? {} : { seq }) });
      if (producer) tx.setProducer(stream, producer.id, producer);
      tx.touch(after, context.now());
      return (response) => answer(response, producer && !isEmpty ? 200 : 204, { ...stateOf(context, after), ...producerHeaders(producer) });
    })
    .catch(answerUndone);
}

export async function deleteStream<P>(context: StreamContext, tenant: Tenant<P>, request: StreamRequest): Promise<Answer> {
  if (!tenant.perishable) return (response) => answer(response, 405, { Allow: 'GET, HEAD, POST, PUT' });
  const prepared = await tenant.prepare(request);
  if (!prepared.ok) return refused(prepared.error);
  return await context.store.write((tx): Answer => {
    const stream = findLiving(tx, request.path, context.now());
    if (!stream) return refused('NotFound');
    tx.remove(stream);
    return (response) => answer(response, 204);
  });
}

/** What was decided against leaves nothing behind: the step is undone, and the answer travels out as what it threw. */
class Undone extends Error {
  readonly answer: Answer;
  constructor(refusal: Answer) {
    super('refused');
    this.answer = refusal;
  }
}

function undo(refusal: Answer): never {
  throw new Undone(refusal);
}

function answerUndone(error: unknown): Answer {
  if (error instanceof Undone) return error.answer;
  throw error;
}

const refused =
  (code: Refusal, headers?: Headers, status?: number): Answer =>
  (response) =>
    refuse(response, code, headers, status);

function judge(tx: Tx, stream: StreamRow, producer: Producer, state: Headers): Answer | undefined {
  const verdict = judgeProducer(tx, stream, producer);
  switch (verdict.type) {
    case 'next':
      return undefined;
    case 'duplicate':
      return (response) => answer(response, 204, { ...state, ...producerHeaders({ ...producer, seq: verdict.seq }) });
    case 'stale':
      return refused('NotAllowed', { ...state, 'Producer-Epoch': String(verdict.epoch) });
    case 'gap':
      return refused('SeqGap', {
        ...state,
        'Producer-Expected-Seq': String(verdict.expected),
        'Producer-Received-Seq': String(producer.seq),
      });
    case 'malformed':
      return refused('Malformed');
  }
}

const producerHeaders = (producer: Producer | null): Headers =>
  producer === null ? {} : { 'Producer-Epoch': String(producer.epoch), 'Producer-Seq': String(producer.seq) };

const stateOf = ({ store }: StreamContext, stream: StreamRow): Headers => ({
  'Stream-Next-Offset': formatOffset(store.epoch, endOf(stream)),
  ...lifetimeHeaders(stream),
  ...(stream.closed ? { 'Stream-Closed': 'true' } : {}),
});

function removeDead(tx: Tx, path: string): void {
  const dead = tx.find(path);
  if (dead) tx.remove(dead);
}

const isTrue = (header: string | string[] | undefined): boolean => typeof header === 'string' && header.toLowerCase() === 'true';

const seqOf = ({ headers }: StreamRequest): string | undefined =>
  typeof headers['stream-seq'] === 'string' ? headers['stream-seq'] : undefined;

/** As it was asked for. A proxy on this machine says whether that was over TLS; from anywhere else that header is only what a stranger wrote. */
function locationOf({ headers, path, address }: StreamRequest): string {
  if (typeof headers['host'] !== 'string') return path;
  const isSecure = isLoopback(address) && headers['x-forwarded-proto'] === 'https';
  return `${isSecure ? 'https' : 'http'}://${headers['host']}${path}`;
}
