import { isProfessional } from '../../core/circle/permissions.ts';
import type { DeviceId, DocumentId, EntityId } from '../../core/shared/ids.ts';
import type { PresentPerson } from '../application.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { createStore, type WritableStore } from '../store.ts';

/** Seconds that somebody is shown after they were last heard of. */
const SHOWN = 5;

/** Who is typing in a document now, as this tab shows it. */
export function presenceOf({ presence }: Session, doc: DocumentId): WritableStore<readonly PresentPerson[]> {
  const known = presence.get(doc) ?? createStore<readonly PresentPerson[]>([]);
  presence.set(doc, known);
  return known;
}

export interface Typing {
  readonly doc: DocumentId;
  readonly device: DeviceId;
  readonly entity: EntityId;
  readonly field: string;
}

/** Shows that somebody types, for some seconds. Of a person with two devices the last one heard of counts. */
export async function showTyping({ ports }: DeviceContext, session: Session, { doc, device, entity, field }: Typing): Promise<void> {
  const document = await session.open.get(doc)?.catch(() => undefined);
  const member = document?.circle.ownerOf(device);
  const members = document?.circle.roster.members;
  const [theirs, own] = [member && members?.get(member), members?.get(session.member)];
  if (!member || member === session.member || !theirs) return;
  const store = presenceOf(session, doc);
  const colleague = isProfessional(theirs.role) && own !== undefined && isProfessional(own.role);
  const person: PresentPerson = { member, colleague, entity, field };
  store.set([...store.get().filter((other) => other.member !== member), person]);
  ports.clock.after(SHOWN * 1000, () => {
    if (store.get().includes(person)) store.set(store.get().filter((other) => other !== person));
  });
}
