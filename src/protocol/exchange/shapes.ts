import * as v from 'valibot';
import type { DeviceId, DocumentId, MemberId } from '../../core/shared/ids.ts';
import { countShape, idTextShape } from '../wireShapes.ts';
import { refusals, type Refusal } from './refusals.ts';

/* The JSON bodies of the small requests. Everything is public or sealed; ids, keys and sealed bytes are base64url. */

const offsetShape = v.pipe(v.string(), v.maxLength(100));

export const refusalShape = v.object({ error: v.picklist(Object.keys(refusals) as Refusal[]) });

/** `time`: the server's clock in milliseconds, only to say that a device's clock is wrong; nothing depends on it. */
export const challengeShape = v.object({ challenge: v.string(), epoch: v.string(), time: countShape });

export const sessionRequestShape = v.strictObject({
  device: idTextShape<DeviceId>(32),
  challenge: v.pipe(v.string(), v.maxLength(200)),
  scope: v.picklist(['full', 'worker', 'leaving']),
  signature: idTextShape(64),
});
/** `member`: whose device it is, which a recovery code on a new device does not know. */
export const sessionShape = v.object({ token: v.string(), seconds: countShape, member: idTextShape<MemberId>(16) });

/** One document that changed since the offset: where its streams end now. */
const inboxItemShape = v.object({
  doc: idTextShape<DocumentId>(16),
  roster: offsetShape,
  log: offsetShape,
  views: offsetShape,
});

/** `presence`: sealed, of the last seconds. `blocked`: devices an administrator stopped, in circles that this member leads. */
export const inboxShape = v.object({
  items: v.array(inboxItemShape),
  presence: v.array(v.object({ doc: idTextShape<DocumentId>(16), device: idTextShape<DeviceId>(32), sealed: v.string() })),
  blocked: v.array(v.object({ device: idTextShape<DeviceId>(32), member: idTextShape<MemberId>(16) })),
  next: offsetShape,
});
export type Inbox = v.InferOutput<typeof inboxShape>;

/** `access`: SHA-256 of the secret that lets the guest in; the secret that seals what they say is another one. */
export const invitationRequestShape = v.strictObject({
  access: idTextShape(32),
  seconds: v.pipe(countShape, v.minValue(60), v.maxValue(24 * 60 * 60)),
});

export const blockRequestShape = v.strictObject({ device: idTextShape<DeviceId>(32), blocked: v.boolean() });

/** What an administrator sees of the people of their own organisation: no content, and no circles. */
export const organisationShape = v.object({
  devices: v.array(
    v.object({
      member: idTextShape<MemberId>(16),
      device: idTextShape<DeviceId>(32),
      kind: v.picklist(['device', 'paper']),
      revoked: v.boolean(),
      blocked: v.boolean(),
      /** Calendar day in UTC, 'YYYY-MM-DD'; null: never. */
      lastSeen: v.nullable(v.string()),
    }),
  ),
  /** Bytes in documents that members of this organisation founded. */
  storedBytes: countShape,
});
export type OrganisationFacts = v.InferOutput<typeof organisationShape>;

/** What the server kept of handing out a document's sealed content: device and time, per device. Times in milliseconds, by its clock. */
export const documentFetchesShape = v.object({
  devices: v.array(v.object({ device: idTextShape<DeviceId>(32), first: countShape, last: countShape, times: countShape })),
});
export type DocumentFetches = v.InferOutput<typeof documentFetchesShape>;

/** For the devices of an organisation's people, by device, document and day in UTC; the newest first. `times`: minutes in which something went. */
export const organisationFetchesShape = v.object({
  fetches: v.array(
    v.object({
      member: idTextShape<MemberId>(16),
      device: idTextShape<DeviceId>(32),
      doc: idTextShape<DocumentId>(16),
      day: v.string(),
      times: countShape,
    }),
  ),
});
export type OrganisationFetches = v.InferOutput<typeof organisationFetchesShape>;
