import type { Roster } from '../../src/core/circle/roster.ts';
import type { RosterChange } from '../../src/core/circle/rosterEntry.ts';
import type { DocumentId } from '../../src/core/shared/ids.ts';
import { err, ok, type Result } from '../../src/core/shared/result.ts';
import type { Failure } from '../../src/core/sync/syncState.ts';
import { signRosterEntry } from '../../src/crypto/signRosterEntry.ts';
import type { KeyringHash } from '../../src/crypto/verification/keyring.ts';
import type { NewEpoch, Welcome } from '../../src/crypto/verification/rosterBody.ts';
import { entrySeq, streamPath } from '../../src/protocol/exchange/paths.ts';
import type { DeviceContext } from '../../src/application/device/deviceContext.ts';
import type { Circle, OpenDocument } from '../../src/application/documents/document.ts';
import { readEpochSecrets, type EpochSecrets } from '../../src/application/documents/documentRecord.ts';
import { openLine, type ExchangeFailure } from '../../src/application/exchange/openLine.ts';
import { storedRoster, takeRoster } from '../../src/application/exchange/circleExchange.ts';
import { collectCircle, withDocument } from '../../src/application/exchange/collect.ts';
import { compare } from '../../src/application/exchange/compare.ts';
import { readMemory } from '../../src/application/exchange/exchangeMemory.ts';
import type { Line, Outcome } from '../../src/application/exchange/line.ts';

/** The circle as it is now, with what is needed to decide on its next entry. */
export interface CircleNow {
  readonly circle: Circle;
  readonly secrets: EpochSecrets;
  readonly document: OpenDocument;
}

/** What the next entry says; its place, signer and time are added. */
export interface NextEntry {
  readonly change: RosterChange;
  readonly keyring?: KeyringHash | null;
  readonly epoch?: NewEpoch | null;
  readonly welcome?: Welcome | null;
}

/** Two people changing one circle at once: each tries again on what the other did. */
const MOST_TRIES = 10;

/**
 * Changes the circle, on the server first and then here (it needs a connection). `decide` is asked again when somebody else came
 * first; undefined: nothing is to be done any more. Gives the circle afterwards.
 */
export async function appendRosterEntry(
  context: DeviceContext,
  doc: DocumentId,
  decide: (now: CircleNow) => Promise<NextEntry | undefined>,
): Promise<Result<Roster, ExchangeFailure>> {
  const line = await openLine(context);
  return line.ok ? await withDocument(line.value, doc, (document) => appendTo(line.value, document, decide)) : line;
}

async function appendTo(
  line: Line,
  document: OpenDocument,
  decide: (now: CircleNow) => Promise<NextEntry | undefined>,
): Promise<Outcome<Roster>> {
  const { context, session, server, access } = line;
  const { doc } = document;
  for (let tries = 1; ; tries++) {
    const secrets = (await readEpochSecrets(context.ports.database, session.vault, doc)) ?? [];
    const next = await decide({ circle: document.circle, secrets, document });
    const { roster } = document;
    if (!next) return ok(roster);
    const { change, keyring = null, epoch = null, welcome = null } = next;
    const place = { doc, n: roster.n + 1, previous: roster.hash, by: session.member, wall: context.ports.clock.now() };
    const signed = await signRosterEntry({ ...place, change, keyring, epoch, welcome }, session.keys);
    const sent = await server.append(access, streamPath(doc, 'roster'), signed.bytes, entrySeq(place.n));
    if (sent.ok) {
      const taken = await takeRoster(line, doc, [signed.bytes]);
      return taken.ok ? ok(document.roster) : taken;
    }
    const recovered = tries < MOST_TRIES ? await recover(line, doc, sent.error) : sent;
    if (!recovered.ok) return recovered;
  }
}

/** What to do before trying again; or the failure itself, when trying again is of no use. */
async function recover(line: Line, doc: DocumentId, failure: Failure): Promise<Outcome> {
  if (failure.type !== 'Refused') return err(failure);
  if (failure.code === 'NotFound') return await compare(line, doc);
  if (failure.code !== 'EntryMoved') return err(failure);
  const collected = await collectCircle(line, doc, await readMemory(line.context, line.session, doc));
  return collected.ok ? ok(undefined) : collected;
}

/** Whether the document stands on the server; makes it there otherwise, with everything that is here. */
export async function createOnServer(context: DeviceContext, doc: DocumentId): Promise<Result<void, ExchangeFailure>> {
  const line = await openLine(context);
  if (!line.ok) return line;
  if ((await storedRoster(line.value, doc)).length === 0) return err({ type: 'Refused', code: 'NotFound' });
  return await compare(line.value, doc);
}
