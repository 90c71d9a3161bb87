import type { Operation } from '../../core/document/operation.ts';
import { readCandidates } from '../../core/document/state.ts';
import { decidePart, type PartCommand } from '../../core/part/decidePart.ts';
import { type PartContent, viewPart } from '../../core/part/viewPart.ts';
import type { CaseId, DocumentId, EntityId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { freshEntityId } from '../../crypto/ids.ts';
import { noteAccess } from '../accessLog/noteAccess.ts';
import type { ChangeError, OpenPart, PartError } from '../application.ts';
import { erasingOf, onErasure } from '../cases/erasures.ts';
import { createUndo } from '../cases/undo.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { OpenDocument } from '../documents/document.ts';
import { hold, openDocument } from '../documents/openDocument.ts';
import { type Change, saveChange } from '../documents/saveChange.ts';
import { writeSnapshot } from '../documents/snapshot.ts';
import { isPart, partViewOf } from './viewPart.ts';

/** A part to read and write in: the same store, fold and saves as the plan's, and a circle of its own. */
export async function openPart(context: DeviceContext, caseId: CaseId, doc: DocumentId): Promise<Result<PartToWriteIn, PartError>> {
  const { session } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  const indexed = session.documents.get(doc);
  if (!indexed || indexed.caseId !== caseId || !isPart(indexed.kind)) return err({ type: 'UnknownPart' });
  const release = hold(session, doc);
  const document = await openDocument(context, session, doc)?.catch(() => undefined);
  if (!document) {
    release();
    return err({ type: 'UnknownPart' });
  }
  return ok(createOpenPart(context, session, document, release));
}

export interface PartToWriteIn extends OpenPart {
  /** Decides on what stands there once everything that was begun before has been written. */
  readonly changeBy: (decide: (content: PartContent) => readonly PartCommand[], origin?: string) => ReturnType<OpenPart['change']>;
}

function createOpenPart(context: DeviceContext, session: Session, document: OpenDocument, release: () => void): PartToWriteIn {
  const undo = createUndo<PartCommand>(session, context.ports.clock);
  const view = partViewOf(context, session, document);
  let isClosed = false;
  const stopForgetting = onErasure(document, undo.forget);
  const save = (decide: () => Result<Change, ChangeError>, commands: () => readonly PartCommand[] | null, origin = session.visit) =>
    saveChange(context, session, document, decide, {
      onSealed: (before, sealed) => {
        const done = commands();
        if (done) undo.remember(done, before, document.state(), sealed);
      },
      onOutcome: () => undefined,
      origin,
    });
  const changeBy: PartToWriteIn['changeBy'] = (decide, origin) => {
    let commands: readonly PartCommand[] = [];
    return save(
      () => {
        commands = decide(viewPart(document.state()));
        return decideAll(context, session, document, commands);
      },
      // Bringing together is nobody's change to take back.
      () => (origin === undefined ? commands : null),
      origin,
    );
  };
  return {
    view,
    changeBy,
    change: (...commands) => changeBy(() => commands),
    undoable: undo.undoable,
    undo: async () => {
      const undone = await save(
        () => ok({ operations: undo.take(document.state()), added: [] }),
        () => null,
      );
      return undone.ok ? ok(undefined) : undone;
    },
    basisOf: (entity, field) => readCandidates(document.shown.get(), entity, field).map(({ id }) => id),
    erasing: { get: () => erasingOf(document, session.member), subscribe: document.shown.subscribe },
    note: (what) => noteAccess(context, [document.doc], what),
    close: () => {
      if (isClosed) return;
      isClosed = true;
      stopForgetting();
      void writeSnapshot(context, session, document, true);
      release();
    },
  };
}

/** Each is about a cell or an entry of its own, so none has to see what the one before it did. */
function decideAll(
  { ports }: DeviceContext,
  { member }: Session,
  document: OpenDocument,
  commands: readonly PartCommand[],
): Result<Change, ChangeError> {
  const operations: Operation[] = [];
  const added: EntityId[] = [];
  for (const command of commands) {
    const decided = decidePart(command, document.state(), (kind) => freshEntityId(kind, member, ports.random.bytes));
    if (!decided.ok) return decided;
    operations.push(...decided.value.operations);
    added.push(...decided.value.added);
  }
  return ok({ operations, added });
}
