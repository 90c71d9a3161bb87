import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HandleStream } from '../../src/server/streams/handleStreams.ts';
import type { EntityContent } from './finalContent.ts';

/** Where the database is; the page itself is handed out beside it. */
export const COUCH_PATH = '/couch';

interface CouchDocument {
  readonly id: string;
  readonly rev: string;
  /** As it is answered, made once. */
  readonly json: string;
}

/**
 * As much of the CouchDB protocol as pulling asks for, from memory: every document in its first revision, in the order of the cases.
 * Nothing is computed, looked up on a disk or verified while somebody asks.
 */
export function createCouch(cases: readonly string[], content: readonly EntityContent[]) {
  const documents = cases.flatMap((caseId) => content.map((entity) => toDocument(caseId, entity)));
  const byId = new Map(documents.map((document) => [document.id, document]));
  const checkpoints = new Map<string, object>();

  const changesSince = (since: number, limit: number) => {
    const results = documents.slice(since, since + limit).map(({ id, rev }, at) => ({ seq: since + at + 1, id, changes: [{ rev }] }));
    const last = since + results.length;
    return { results, last_seq: last, pending: documents.length - last };
  };
  const handle: HandleStream = (request, response, { pathname, searchParams }) => {
    if (!pathname.startsWith(COUCH_PATH)) return false;
    const [, , what = '', id = ''] = pathname.split('/');
    const number = (name: string) => Number(searchParams.get(name));
    if (what === '') send(response, { db_name: 'couch', update_seq: documents.length, doc_count: documents.length });
    else if (what === '_changes') send(response, changesSince(number('since'), number('limit')));
    else if (what === '_bulk_get') void readJson(request).then((asked) => sendBulk(response, asked as Asked, byId));
    else if (what === '_local' && request.method === 'PUT')
      void readJson(request).then((checkpoint) => {
        checkpoints.set(id, { ...(checkpoint as object), _rev: `0-${documents.length}` });
        send(response, { ok: true, id: `_local/${id}`, rev: `0-${documents.length}` }, 201);
      });
    else if (what === '_local' && checkpoints.has(id)) send(response, checkpoints.get(id)!);
    else send(response, { error: 'not_found', reason: 'missing' }, 404);
    return true;
  };
  return {
    handle,
    documents: documents.length,
    /** A device that comes next begins anew. */
    forgetCheckpoints: () => checkpoints.clear(),
  };
}

interface Asked {
  readonly docs: readonly { readonly id: string }[];
}

function toDocument(caseId: string, { id: entity, kind, fields }: EntityContent): CouchDocument {
  // A case's id may begin with an underscore, which CouchDB keeps for itself.
  const id = `case:${caseId}:${entity}`;
  const body = JSON.stringify({ caseId, kind, ...fields });
  const hash = createHash('md5').update(body).digest('hex');
  const json = `{"_id":${JSON.stringify(id)},"_rev":"1-${hash}","_revisions":{"start":1,"ids":["${hash}"]},${body.slice(1)}`;
  return { id, rev: `1-${hash}`, json };
}

function sendBulk(response: ServerResponse, { docs }: Asked, byId: ReadonlyMap<string, CouchDocument>): void {
  const results = docs.map(({ id }) => `{"id":${JSON.stringify(id)},"docs":[{"ok":${byId.get(id)!.json}}]}`);
  response.writeHead(200, JSON_TYPE).end(`{"results":[${results.join(',')}]}`);
}

const JSON_TYPE = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
const send = (response: ServerResponse, value: object, status = 200) => response.writeHead(status, JSON_TYPE).end(JSON.stringify(value));

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
