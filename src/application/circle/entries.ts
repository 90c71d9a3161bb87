import { mayHold } from '../../core/circle/permissions.ts';
import type { Head, RosterRole } from '../../core/circle/rosterEntry.ts';
import type { CivilDate } from '../../core/shared/civilDate.ts';
import type { DeviceId, MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Failure } from '../../core/sync/syncState.ts';
import { type EpochReader, sealEpoch, sealWelcome } from '../../crypto/epochs.ts';
import { freshEpochSecret } from '../../crypto/keys.ts';
import { sealViews } from '../../crypto/views.ts';
import type { NewEpoch, Welcome } from '../../crypto/verification/rosterBody.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import type { Circle, KnownKeyring } from '../documents/document.ts';
import { readEpochSecrets } from '../documents/documentRecord.ts';
import { findKeyring } from '../documents/keyrings.ts';
import { fetchKeyrings } from '../exchange/circleExchange.ts';
import { fetchKeyring } from '../exchange/keyringExchange.ts';
import type { Line } from '../exchange/line.ts';
import type { NextEntry } from './changeRoster.ts';
import type { CircleError } from './types.ts';

type Made<T> = Promise<Result<T, Failure | CircleError>>;

export interface NewMember {
  readonly member: MemberId;
  readonly role: RosterRole;
  readonly until: CivilDate | null;
  readonly succeeds: MemberId | null;
}

/** Lets somebody in: with the keyring that they are bound to from now on, and the key to read everything so far. */
export async function makeAdd({ member, role, until, succeeds }: NewMember, circle: Circle, line: Line): Made<NextEntry> {
  const keyring = await knowMember(line, member);
  if (!keyring.ok) return keyring;
  const change = { type: 'add', member, role, succeeds, until } as const;
  const isReader = role !== 'auditor' && mayHold(circle.roster.kind, role);
  const welcome = isReader ? await welcomeTo(circle, keyring.value, line) : await viewsFor(circle, keyring.value, role, line);
  return welcome.ok ? ok({ change, keyring: keyring.value.begin, welcome: welcome.value }) : welcome;
}

/** Another role. Heads are needed only when it takes something away; a key only for whoever had none. */
export async function makeRole(
  { member, role }: { readonly member: MemberId; readonly role: RosterRole },
  heads: readonly Head[] | null,
  circle: Circle,
  line: Line,
): Made<NextEntry> {
  const change = { type: 'role', member, role, heads } as const;
  if (circle.roster.members.get(member)?.role !== 'auditor') return ok({ change });
  const keyring = await knowMember(line, member);
  const welcome = keyring.ok ? await welcomeTo(circle, keyring.value, line) : keyring;
  return welcome.ok ? ok({ change, welcome: welcome.value }) : welcome;
}

/** Takes somebody out, with a new key that everyone gets but them. */
export async function makeRemove(
  { member, reason, seconded }: { readonly member: MemberId; readonly reason: string; readonly seconded: MemberId | null },
  heads: readonly Head[],
  circle: Circle,
  line: Line,
): Made<NextEntry> {
  const epoch = await nextEpoch(
    circle,
    [...circle.roster.members.keys()].filter((other) => other !== member),
    line,
  );
  return epoch.ok ? ok({ change: { type: 'remove', member, heads, reason, seconded }, epoch: epoch.value }) : epoch;
}

/** A new key for everyone; own devices that were revoked count no further than their heads. */
export async function makeRotate(revoked: readonly DeviceId[], heads: readonly Head[], circle: Circle, line: Line): Made<NextEntry> {
  const epoch = await nextEpoch(circle, [...circle.roster.members.keys()], line);
  if (!epoch.ok) return epoch;
  return ok({ change: { type: 'rotate', epoch: circle.roster.epoch + 1, revoked, heads }, epoch: epoch.value });
}

async function welcomeTo({ roster }: Circle, keyring: KnownKeyring, line: Line): Made<Welcome> {
  const secret = await presentSecret(roster, line);
  if (!secret.ok) return secret;
  return ok(await sealWelcome(roster.doc, roster.epoch, secret.value, readerOf(keyring), line.context.ports.random.bytes));
}

/** An auditor gets the keys of the access log alone. */
async function viewsFor({ roster }: Circle, keyring: KnownKeyring, role: RosterRole, line: Line): Made<Welcome | null> {
  if (role !== 'auditor') return ok(null);
  const { context, session } = line;
  const secrets = new Map(await readEpochSecrets(context.ports.database, session.vault, roster.doc));
  const { doc, epoch } = roster;
  return ok({ epoch, ...(await sealViews({ doc, epoch, secrets }, readerOf(keyring), context.ports.random.bytes)) });
}

/** The keys are asked for anew: who revoked a device has another key since, and the lost device may not get the new secret. */
async function nextEpoch(circle: Circle, members: readonly MemberId[], line: Line): Made<NewEpoch> {
  const { roster } = circle;
  const random = line.context.ports.random.bytes;
  const secret = await presentSecret(roster, line);
  if (!secret.ok) return secret;
  const roleOf = (member: MemberId) => roster.members.get(member)!.role;
  const reading = members.filter((member) => roleOf(member) === 'auditor' || mayHold(roster.kind, roleOf(member)));
  const fetched = await fetchKeyrings(line, reading);
  if (!fetched.ok) return fetched;
  const readers: EpochReader[] = [];
  const auditors: EpochReader[] = [];
  for (const member of reading) {
    const keyring = await findKeyring(line.context.ports.database, line.session, member);
    // Never to a keyring that the circle is not bound to.
    if (keyring && keyring.begin === bindingOf(circle, member)) (roleOf(member) === 'auditor' ? auditors : readers).push(readerOf(keyring));
  }
  const epoch = { doc: roster.doc, epoch: roster.epoch + 1, secret: freshEpochSecret(random), previous: secret.value };
  const sealed = await sealEpoch(epoch, readers, random);
  const known = await readEpochSecrets(line.context.ports.database, line.session.vault, roster.doc);
  const secrets = new Map([...(known ?? []), [epoch.epoch, epoch.secret] as const]);
  const views = auditors.map((auditor) => sealViews({ doc: roster.doc, epoch: epoch.epoch, secrets }, auditor, random));
  return ok({ ...sealed, sealed: [...sealed.sealed, ...(await Promise.all(views))] });
}

const bindingOf = ({ keyrings }: Circle, member: MemberId) => keyrings.get(member)?.begin;

async function presentSecret({ doc, epoch }: Circle['roster'], { context, session }: Line): Made<Bytes> {
  const secrets = await readEpochSecrets(context.ports.database, session.vault, doc);
  const secret = secrets?.find(([number]) => number === epoch)?.[1];
  return secret ? ok(secret) : err({ type: 'ServerDiffers' });
}

/** A member's keyring as it is now. */
export async function knowMember(line: Line, member: MemberId): Made<KnownKeyring> {
  const fetched = await fetchKeyring(line, member);
  if (!fetched.ok) return fetched;
  const keyring = await findKeyring(line.context.ports.database, line.session, member);
  return keyring ? ok(keyring) : err({ type: 'NotAMember' });
}

function readerOf({ keyring }: KnownKeyring): EpochReader {
  const generation = keyring.generations.length - 1;
  return { member: keyring.member, generation, publicKey: keyring.generations[generation]!.publicKey };
}
