import type { DeviceId, DocumentId, MemberId } from '../../core/shared/ids.ts';

/*
 * Where things are on a server. The first group are Durable Streams: PUT creates, POST appends, GET reads from an offset, live with
 * `live=long-poll` or `live=sse`. Their content is a sequence of CBOR values (RFC 8742), one value per entry or envelope.
 *
 *   /v1/keyring/{member}            signed keyring entries; Stream-Seq = n
 *   /v1/doc/{doc}/roster            signed roster entries; Stream-Seq = n; PUT with the genesis makes the document
 *   /v1/doc/{doc}/log               sealed envelopes; comes with the document
 *   /v1/doc/{doc}/views             sealed access log; comes with the document
 *   /v1/invitation/{id}/messages    sealed messages between who invites and who joins; comes with the invitation
 *
 * The others are small JSON requests:
 *
 *   GET  /v1/session                a challenge; POST with a signature over it: a token
 *   GET  /v1/inbox?offset=&live=    which documents changed since; with long-poll it waits
 *   POST /v1/doc/{doc}/presence     sealed bytes for whoever is looking now; never stored
 *   PUT  /v1/invitation/{id}        makes an invitation; DELETE ends it
 *   GET  /v1/doc/{doc}/fetches      to which devices the server gave its sealed content, and when
 *   GET  /v1/organisation/{doc}     its people's devices and storage, for its administrator
 *   GET  /v1/organisation/{doc}/fetches  what its people's devices were given, as ids and times
 *   POST /v1/organisation/{doc}/blocks   stops or admits the transport of a device again
 */

export type DocumentStream = 'roster' | 'log' | 'views';

export const CBOR_SEQUENCE = 'application/cbor-seq';

export const keyringPath = (member: MemberId) => `/v1/keyring/${member}`;
export const streamPath = (doc: DocumentId, stream: DocumentStream) => `/v1/doc/${doc}/${stream}`;
export const presencePath = (doc: DocumentId) => `/v1/doc/${doc}/presence`;
export const fetchesPath = (doc: DocumentId) => `/v1/doc/${doc}/fetches`;
export const invitationPath = (invitation: string) => `/v1/invitation/${invitation}`;
export const messagesPath = (invitation: string) => `/v1/invitation/${invitation}/messages`;
export const organisationPath = (doc: DocumentId) => `/v1/organisation/${doc}`;
export const organisationFetchesPath = (doc: DocumentId) => `/v1/organisation/${doc}/fetches`;
export const blocksPath = (doc: DocumentId) => `/v1/organisation/${doc}/blocks`;
export const SESSION_PATH = '/v1/session';
export const INBOX_PATH = '/v1/inbox';
/** Header: no more bytes of a stream in one answer than these, on a line that breaks off. */
export const PART_BYTES = 'stream-part-bytes';

/** `Stream-Seq` compares as text, so numbers are padded. */
export const entrySeq = (n: number): string => String(n).padStart(10, '0');

/** What a device signs to be let in: names the purpose, so that it can pass for nothing else. */
export const sessionMessage = (challenge: string, device: DeviceId, scope: SessionScope): string =>
  `knooppunt/session/v1\n${challenge}\n${device}\n${scope}`;

/**
 * `leaving`: for a device that its own person revoked: it reads that in their keyring and hands over what it made, nothing else.
 * `worker`: reads own streams and delivers signed envelopes for 30 days, for the service worker; nothing else.
 */
export type SessionScope = 'full' | 'worker' | 'leaving';
