import * as v from 'valibot';
import type { CaseId, DeviceId, MemberId } from '../../core/shared/ids.ts';
import { type Direction, type InvitationLink, openMessage, sealMessage } from '../../crypto/invitation.ts';
import type { AgreementPublicKey, KeyringHash } from '../../crypto/verification/keyring.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import { decodeCbor, encodeCbor, mapsToObjects } from '../../protocol/cbor.ts';
import { idTextShape } from '../../protocol/wireShapes.ts';

/* What host and guest of an invitation say to each other, sealed under the secret of the link. */

const words = (max: number) => v.pipe(v.string(), v.maxLength(max));
const who = { name: words(200), organisation: words(200), discipline: words(200) };

/** `subject`: the first roster entry of what is joined, as the host knows it; '' for a device. */
const offerShape = v.object({ type: v.literal('offer'), ...who, how: v.picklist(['inPerson', 'atDistance']), subject: words(64) });
const acceptedShape = v.object({
  type: v.literal('accepted'),
  caseId: v.nullable(idTextShape<CaseId>(16)),
  /** For a device: whose it is from now on. */
  owner: v.nullable(v.object({ member: idTextShape<MemberId>(16), ...who })),
});
const toGuestShape = v.variant('type', [offerShape, acceptedShape, v.object({ type: v.literal('refused') })]);

const askShape = v.object({ type: v.literal('ask'), member: idTextShape<MemberId>(16), keyring: idTextShape<KeyringHash>(32), ...who });
const askDeviceShape = v.object({
  type: v.literal('askDevice'),
  device: idTextShape<DeviceId>(32),
  agreement: idTextShape<AgreementPublicKey>(32),
});
const toHostShape = v.variant('type', [askShape, askDeviceShape]);

export type Offer = v.InferOutput<typeof offerShape>;
export type Accepted = v.InferOutput<typeof acceptedShape>;
export type Ask = v.InferOutput<typeof toHostShape>;
type ToGuest = v.InferOutput<typeof toGuestShape>;

type Conversation = Pick<InvitationLink, 'id' | 'secret'>;
type Random = (length: number) => Bytes;

export const sealToGuest = (link: Conversation, message: ToGuest, random: Random): Promise<Bytes> => seal(link, 'toGuest', message, random);
export const sealToHost = (link: Conversation, message: Ask, random: Random): Promise<Bytes> => seal(link, 'toHost', message, random);

const seal = async (link: Conversation, direction: Direction, message: object, random: Random): Promise<Bytes> =>
  await sealMessage(link, direction, encodeCbor({ version: 1, ...message }), random);

/** Of everything that was said, what the host said; what does not open was said by the other side, or by nobody who may. */
export const readFromHost = (link: Conversation, said: readonly Bytes[]): Promise<readonly ToGuest[]> =>
  read(link, 'toGuest', toGuestShape, said);
export const readFromGuest = (link: Conversation, said: readonly Bytes[]): Promise<readonly Ask[]> =>
  read(link, 'toHost', toHostShape, said);

async function read<T>(
  link: Conversation,
  direction: Direction,
  shape: v.GenericSchema<unknown, T>,
  said: readonly Bytes[],
): Promise<readonly T[]> {
  const opened = await Promise.all(said.map((bytes) => openMessage(link, direction, bytes)));
  return opened.flatMap((content) => {
    const parsed = content && v.safeParse(shape, mapsToObjects(decodeCbor(content)));
    return parsed?.success ? [parsed.output] : [];
  });
}
