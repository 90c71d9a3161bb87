import * as v from 'valibot';
import { showTyping, type Typing } from '../cases/presence.ts';
import { openPresence, sealPresence } from '../../crypto/presence.ts';
import { base64urlToBytes } from '../../protocol/bytes.ts';
import { encodeCbor, parseCbor } from '../../protocol/cbor.ts';
import { entityShape, fieldShape } from '../../protocol/wireShapes.ts';
import type { Inbox } from '../../protocol/exchange/shapes.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { readCircle } from '../documents/circle.ts';
import { readEpochSecrets } from '../documents/documentRecord.ts';
import type { Line } from './line.ts';

/** Milliseconds between two times that this device says that somebody types in one document. */
const AT_MOST_EVERY = 2_000;

/* content = cbor[1, entity, field] */
const contentShape = v.strictTuple([v.literal(1), entityShape, fieldShape]);

/** Tells the others where somebody types here; sealed, and never more often than they need. Nobody waits for it. */
export function createTypingTeller(context: DeviceContext, session: Session, openLine: () => Promise<Line | undefined>) {
  const told = new Map<string, number>();
  return async ({ doc, entity, field }: Omit<Typing, 'device'>): Promise<void> => {
    const { clock, random } = context.ports;
    const last = told.get(doc);
    if (last !== undefined && Math.abs(clock.now() - last) < AT_MOST_EVERY) return;
    told.set(doc, clock.now());
    const present = await presentSecret(context, session, doc);
    const line = present && (await openLine());
    if (!line) return;
    const place = { doc, epoch: present.epoch, device: session.keys.id };
    await line.server.sendPresence(
      line.access,
      doc,
      await sealPresence(present.secret, place, encodeCbor([1, entity, field]), random.bytes),
    );
  };
}

/** Shows what others say, in every tab. What does not open was for somebody else, or is nonsense. */
export async function takePresence(context: DeviceContext, session: Session, { presence }: Inbox): Promise<void> {
  for (const { doc, device, sealed } of presence) {
    const present = await presentSecret(context, session, doc);
    const bytes = base64urlToBytes(sealed);
    const content = present && bytes && (await openPresence(present.secret, { doc, epoch: present.epoch, device }, bytes));
    const said = content && parseCbor(contentShape, content);
    if (!said) continue;
    const typing: Typing = { doc, device, entity: said[1], field: said[2] };
    await showTyping(context, session, typing);
    context.link.tell({ type: 'typing', typing });
  }
}

/** Only the present epoch: somebody who was removed is not there any more. */
async function presentSecret({ ports }: DeviceContext, session: Session, doc: Typing['doc']) {
  const open = await session.open.get(doc)?.catch(() => undefined);
  const roster = open?.roster ?? (await readCircle(ports.database, session, doc))?.roster;
  const secrets = (await readEpochSecrets(ports.database, session.vault, doc)) ?? [];
  const found = secrets.find(([epoch]) => epoch === roster?.epoch);
  return found && { epoch: found[0], secret: found[1] };
}
