import type { DocumentId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { CBOR_SEQUENCE, messagesPath } from '../../../protocol/exchange/paths.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import { blockRequestShape, invitationRequestShape, sessionRequestShape } from '../../../protocol/exchange/shapes.ts';
import type { AccountsContext } from '../accountsContext.ts';
import { readDocumentFetches, readOrganisationFetches } from '../documents/fetches.ts';
import { presentRole } from '../documents/memberships.ts';
import { everyMember } from '../inbox/inboxOf.ts';
import { PRESENCE_BYTES } from '../inbox/presence.ts';
import { readInbox } from '../inbox/readInbox.ts';
import { endInvitation, makeInvitation } from '../invitations/invitations.ts';
import { admitDevice } from '../keyrings/devices.ts';
import { blockDevice, readOrganisation } from '../organisations/organisations.ts';
import { makeChallenge } from '../session/challenge.ts';
import { openSession } from '../session/openSession.ts';
import { readSession } from '../session/readSession.ts';
import { ID } from '../tenants/delivery.ts';
import { type ApiRequest, parseJson } from './apiRequest.ts';

/** The small requests beside the streams. `name` is the path without ids, for the log. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly name: string;
  readonly path: RegExp;
  /** To whoever asks, without a token. */
  readonly isOpen?: true;
  /** The body's type and most bytes; null: none is read. */
  readonly body: { readonly type: string; readonly most: number } | null;
  readonly answer: (context: AccountsContext, request: ApiRequest) => Promise<Answered> | Answered;
}

/** Without a value: done, and nothing to say. */
type Answered = Result<object | void, Refusal>;

const JSON_BODY = { type: 'application/json', most: 4_096 };

export const routes: readonly Route[] = [
  {
    method: 'GET',
    name: '/v1/session',
    path: /^\/v1\/session$/,
    isOpen: true,
    body: null,
    answer: ({ seal, store, now }) => ok({ challenge: makeChallenge(seal, now()), epoch: store.epoch, time: now() }),
  },
  {
    method: 'POST',
    name: '/v1/session',
    path: /^\/v1\/session$/,
    isOpen: true,
    body: JSON_BODY,
    answer: async (context, { body }) => {
      const asked = parseJson(sessionRequestShape, body);
      return asked === undefined ? err('Malformed') : await openSession(context, asked, context.now());
    },
  },
  {
    method: 'GET',
    name: '/v1/inbox',
    path: /^\/v1\/inbox$/,
    body: null,
    answer: async (context, { authorization, query, signal }) => {
      const session = readSession(context.seal, authorization, 'anySession', context.now());
      if (!session.ok) return session;
      const [offset, live] = [query.get('offset') ?? '-1', query.get('live')];
      if (live !== null && live !== 'long-poll') return err('Malformed');
      return await readInbox(context, { device: session.value.device, offset, wait: live !== null, signal });
    },
  },
  {
    method: 'POST',
    name: '/v1/doc/{doc}/presence',
    path: new RegExp(`^/v1/doc/${ID}/presence$`),
    body: { type: 'application/octet-stream', most: PRESENCE_BYTES },
    answer: ({ seal, store, presence, waiting, now }, { authorization, id, body }) => {
      const session = readSession(seal, authorization, 'fullSession', now());
      if (!session.ok) return session;
      if (body.length === 0) return err('Malformed');
      const { device } = session.value;
      const doc = id as DocumentId;
      return store.read((tx): Answered => {
        const known = admitDevice(tx, device);
        if (!known.ok) return known;
        const role = presentRole(tx, doc, known.value.member);
        if (role === undefined) return err('NotAMember');
        if (role === 'auditor') return err('NotAllowed');
        presence.put(doc, device, body, now());
        waiting.wake(everyMember(tx, doc));
        return ok(undefined);
      });
    },
  },
  {
    method: 'GET',
    name: '/v1/doc/{doc}/fetches',
    path: new RegExp(`^/v1/doc/${ID}/fetches$`),
    body: null,
    answer: ({ seal, store, now }, { authorization, id }) => {
      const session = readSession(seal, authorization, 'fullSession', now());
      return session.ok ? store.read((tx) => readDocumentFetches(tx, session.value.device, id as DocumentId)) : session;
    },
  },
  {
    method: 'GET',
    name: '/v1/organisation/{doc}/fetches',
    path: new RegExp(`^/v1/organisation/${ID}/fetches$`),
    body: null,
    answer: ({ seal, store, now }, { authorization, id }) => {
      const session = readSession(seal, authorization, 'fullSession', now());
      return session.ok ? store.read((tx) => readOrganisationFetches(tx, session.value.device, id as DocumentId)) : session;
    },
  },
  {
    method: 'PUT',
    name: '/v1/invitation/{id}',
    path: new RegExp(`^/v1/invitation/${ID}$`),
    body: JSON_BODY,
    answer: ({ seal, store, now }, { authorization, id, body }) => {
      const session = readSession(seal, authorization, 'fullSession', now());
      if (!session.ok) return session;
      const asked = parseJson(invitationRequestShape, body);
      if (asked === undefined) return err('Malformed');
      return store.write((tx): Answered => {
        const made = makeInvitation(tx, session.value.device, { id, ...asked }, now());
        if (!made.ok) return made;
        if (made.value === 'new') tx.create(messagesPath(id), { contentType: CBOR_SEQUENCE });
        return ok(undefined);
      });
    },
  },
  {
    method: 'DELETE',
    name: '/v1/invitation/{id}',
    path: new RegExp(`^/v1/invitation/${ID}$`),
    body: null,
    answer: ({ seal, store, now }, { authorization, id }) => {
      const session = readSession(seal, authorization, 'fullSession', now());
      return session.ok ? store.write((tx) => endInvitation(tx, session.value.device, id)) : session;
    },
  },
  {
    method: 'GET',
    name: '/v1/organisation/{doc}',
    path: new RegExp(`^/v1/organisation/${ID}$`),
    body: null,
    answer: ({ seal, store, now }, { authorization, id }) => {
      const session = readSession(seal, authorization, 'fullSession', now());
      return session.ok ? store.read((tx) => readOrganisation(tx, session.value.device, id as DocumentId)) : session;
    },
  },
  {
    method: 'POST',
    name: '/v1/organisation/{doc}/blocks',
    path: new RegExp(`^/v1/organisation/${ID}/blocks$`),
    body: JSON_BODY,
    answer: ({ seal, store, now }, { authorization, id, body }) => {
      const session = readSession(seal, authorization, 'fullSession', now());
      if (!session.ok) return session;
      const asked = parseJson(blockRequestShape, body);
      if (asked === undefined) return err('Malformed');
      return store.write((tx): Answered => blockDevice(tx, session.value.device, id as DocumentId, asked, now()));
    },
  },
];
