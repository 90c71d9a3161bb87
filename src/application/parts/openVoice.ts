import { emptyDocument } from '../../core/document/state.ts';
import { bringDrafts } from '../../core/part/drafts.ts';
import { viewPart } from '../../core/part/viewPart.ts';
import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { ChangeError, OpenVoice, Parts, PartView, VoiceView } from '../application.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { foundDocument } from '../documents/foundDocument.ts';
import { track } from '../documents/saveChange.ts';
import type { Store } from '../readableStore.ts';
import { createStore, followCurrent } from '../store.ts';
import { openPart, type PartToWriteIn } from './openPart.ts';

/**
 * A member's own `voice`. It is founded with the first word, on the device itself: so nothing waits for a connection, and nobody has one
 * in which nothing was ever written.
 */
export async function openVoice(context: DeviceContext, caseId: CaseId): ReturnType<Parts['openVoice']> {
  const { session } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  return ok(createOpenVoice(context, session, caseId, await findOwn(context, session, caseId)));
}

/* Of one that is not made yet. */
const nothing = createStore<VoiceView>({ ...viewPart(emptyDocument('' as DocumentId)), doc: null, others: [] });
const nothingToUndo: OpenVoice['undoable'] = createStore(null);
const nothingErased: OpenVoice['erasing'] = createStore({ mayErase: false, cells: [] });

function createOpenVoice(context: DeviceContext, session: Session, caseId: CaseId, found: PartToWriteIn | null): OpenVoice {
  const opened = createStore(found);
  let isClosed = false;
  let making: Promise<Result<PartToWriteIn, ChangeError>> | undefined;
  let known = countVoices(session, caseId);

  const take = (part: PartToWriteIn) => {
    if (isClosed) part.close();
    opened.set(part);
    return part;
  };
  const make = async (): Promise<Result<PartToWriteIn, ChangeError>> => {
    if (session.closing || context.session !== session) return err({ type: 'Locked' });
    // Another tab may have made it meanwhile, or another device.
    const there = opened.get() ?? (await findOwn(context, session, caseId));
    if (there) return ok(take(there));
    const founded = await foundDocument(context, session, { kind: 'voice', caseId, operations: [] });
    if (!founded.ok) return founded;
    const part = await openPart(context, caseId, founded.value);
    return part.ok ? ok(take(part.value)) : err({ type: 'Locked' });
  };
  const ready = () => (making ??= track(session, make).finally(() => (making = undefined)));

  // It may come from another screen, tab or device of this person while they look at an empty form.
  const lookAgain = () => {
    if (opened.get() || making || countVoices(session, caseId) === known) return;
    known = countVoices(session, caseId);
    void findOwn(context, session, caseId).then((part) => part && (opened.get() ? part.close() : take(part)));
  };
  const stops = [context.saving.subscribe(lookAgain), context.exchange.subscribe(lookAgain), context.link.hear(lookAgain)];

  return {
    view: followCurrent(opened, (part) => (part ? voiceViewOf(part.view) : nothing)),
    change: async (decide) => {
      const part = opened.get();
      if (part) return await part.changeBy(decide);
      const made = await ready();
      return made.ok ? await made.value.changeBy(decide) : made;
    },
    undoable: followCurrent(opened, (part) => part?.undoable ?? nothingToUndo),
    undo: async () => (await opened.get()?.undo()) ?? ok(undefined),
    basisOf: (entity, field) => opened.get()?.basisOf(entity, field) ?? [],
    erasing: followCurrent(opened, (part) => part?.erasing ?? nothingErased),
    close: () => {
      isClosed = true;
      for (const stop of stops) stop();
      opened.get()?.close();
    },
  };
}

const shown = new WeakMap<PartView, VoiceView>();

/** The same object as long as the document's view is the same. */
const voiceViewOf = ({ get, subscribe }: Store<PartView>): Store<VoiceView> => ({
  subscribe,
  get: () => {
    const view = get();
    const made = shown.get(view) ?? { ...view, others: view.readers.filter(({ me }) => !me) };
    shown.set(view, made);
    return made;
  },
});

const voicesOf = (session: Session, caseId: CaseId): readonly DocumentId[] =>
  [...session.documents.values()].flatMap((document) => (document.caseId === caseId && document.kind === 'voice' ? [document.doc] : []));
const countVoices = (session: Session, caseId: CaseId): number => voicesOf(session, caseId).length;

/** The own one that the fewest read; what was drafted in another own one comes along, unless that would show it to somebody. */
async function findOwn(context: DeviceContext, session: Session, caseId: CaseId): Promise<PartToWriteIn | null> {
  const parts = await Promise.all(voicesOf(session, caseId).map((doc) => openPart(context, caseId, doc)));
  const all = parts.flatMap((part) => (part.ok ? [part.value] : []));
  const isOwn = ({ view }: PartToWriteIn) => view.get().mayLead && view.get().isFounder;
  const own = all
    .filter(isOwn)
    .toSorted((a, b) => a.view.get().readers.length - b.view.get().readers.length || (a.view.get().doc < b.view.get().doc ? -1 : 1));
  const [chosen] = own;
  for (const other of own.slice(1)) if (chosen && isReadBy(other, chosen)) await bringTogether(chosen, other);
  for (const part of all) if (part !== chosen) part.close();
  return chosen ?? null;
}

/** Everyone who reads `chosen` reads `other` already. */
const isReadBy = (other: PartToWriteIn, chosen: PartToWriteIn): boolean =>
  chosen.view.get().readers.every(({ member }) => other.view.get().readers.some((reader) => reader.member === member));

async function bringTogether(chosen: PartToWriteIn, other: PartToWriteIn): Promise<void> {
  const { bring, leave } = bringDrafts(chosen.view.get(), other.view.get());
  if (leave.length === 0) return;
  const brought = await chosen.changeBy(() => bring, 'another voice');
  if (brought.ok) await other.change(...leave);
}
