import type { PlanCommand } from '../../core/plan/planCommand.ts';
import type { CaseId } from '../../core/shared/ids.ts';
import { err, ok } from '../../core/shared/result.ts';
import type { Application, OpenCase } from '../application.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { OpenDocument } from '../documents/document.ts';
import { hold, lookAtDocument, openDocument } from '../documents/openDocument.ts';
import { saveChange } from '../documents/saveChange.ts';
import { isWorthWriting, writeSnapshot } from '../documents/snapshot.ts';
import { snapshotLater } from '../documents/snapshotLater.ts';
import { bringHelpers } from './bringHelpers.ts';
import { createBases } from './bases.ts';
import { decideChange } from './decideChange.ts';
import { readHistory } from './history.ts';
import { erasingOf, onErasure } from './erasures.ts';
import { mayMeet } from './mayMeet.ts';
import { presenceOf } from './presence.ts';
import { takeOver } from './late.ts';
import { createUndo } from './undo.ts';
import { continueFailedWrites } from './failedWrites.ts';
import { viewOf } from './viewOf.ts';

/** A case to work in. Its document is loaded once per tab; several screens may hold it. */
export async function openCase(
  context: DeviceContext,
  caseId: CaseId,
  until: 'page' | 'whole' = 'whole',
): ReturnType<Application['openCase']> {
  const { session } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  const plan = [...session.documents.values()].find((document) => document.kind === 'plan' && document.caseId === caseId);
  if (!plan) return err({ type: 'UnknownCase' });
  const release = hold(session, plan.doc);
  const open = until === 'page' ? lookAtDocument : openDocument;
  const document = await open(context, session, plan.doc)?.catch(() => undefined);
  if (!document) {
    release();
    return err({ type: 'UnknownCase' });
  }
  void context.link.ask({ type: 'opened', caseId });
  void bringHelpers(context, session, document);
  if (isWorthWriting(document)) snapshotLater(context, session, plan.doc);
  return ok(createOpenCase(context, session, document, release));
}

function createOpenCase(context: DeviceContext, session: Session, document: OpenDocument, release: () => void): OpenCase {
  const undo = createUndo(session, context.ports.clock);
  const failed = continueFailedWrites();
  const bases = createBases(document);
  let isClosed = false;
  const stopForgetting = onErasure(document, () => {
    undo.forget();
    failed.forget();
  });

  const save = (decide: Parameters<typeof saveChange>[3], commands: readonly PlanCommand[] | null) =>
    saveChange(context, session, document, decide, {
      onSealed: (before, sealed) => commands && undo.remember(commands, before, document.state(), sealed),
      onOutcome: (hasFailed) => failed.note(commands ?? [], hasFailed),
    });

  return {
    caseId: document.caseId,
    view: { get: () => viewOf(context, session, document.shown.get()), subscribe: document.shown.subscribe },
    change: (...commands) =>
      save(() => decideChange(context, session, baseOf(document), failed.continued(commands.map(bases.named))), commands),
    undoable: undo.undoable,
    undo: async () => {
      const undone = await save(() => ok({ operations: undo.take(document.state()), added: [] }), null);
      return undone.ok ? ok(undefined) : undone;
    },
    takeOverLate: async (member) => {
      const taken = await save(() => ok({ operations: takeOver(document, session.member, member), added: [] }), []);
      return taken.ok ? ok(undefined) : taken;
    },
    basisOf: bases.of,
    whole: document.whole,
    history: async () => {
      await document.whole();
      return await readHistory(context, document);
    },
    erasing: { get: () => erasingOf(document, session.member), subscribe: document.shown.subscribe },
    mayMeet: { get: () => mayMeet(session, document.roster), subscribe: document.shown.subscribe },
    presence: presenceOf(session, document.doc),
    noteTyping: (entity, field) => {
      if (session.settings.connected) void context.link.ask({ type: 'typing', doc: document.doc, entity, field });
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      stopForgetting();
      void writeSnapshot(context, session, document, true);
      release();
    },
  };
}

const baseOf = (document: OpenDocument) => ({ state: document.state(), rules: document.rules, roster: document.roster.n });
