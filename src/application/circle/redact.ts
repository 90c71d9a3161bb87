import type { Erased } from '../../core/circle/rosterEntry.ts';
import { isKnown } from '../../core/document/applyOperations.ts';
import type { OpenedEnvelope, Operation } from '../../core/document/operation.ts';
import { type Erasure, type ErasureTarget, type MayWriteAnew, planErasure } from '../../core/document/planErasure.ts';
import { readText } from '../../core/document/state.ts';
import { takeBackText, writeNewNote } from '../../core/document/textNote.ts';
import type { CaseId, DocumentId, EnvelopeHash } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { eraseOperations } from '../../crypto/envelope.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { OpenDocument } from '../documents/document.ts';
import { hold, openDocument } from '../documents/openDocument.ts';
import { deliver } from '../exchange/deliver.ts';
import { requireCase } from './caseCircles.ts';
import { changeRoster, type DecideEntry } from './changeRoster.ts';
import type { CircleError, ErasurePreview } from './types.ts';

/** Envelopes in one entry: a long note may have many hundreds. */
const AT_ONCE = 300;

/** What erasing would take with it, from what is here. */
export async function previewErasure(
  context: DeviceContext,
  caseId: CaseId,
  target: ErasureTarget,
  doc?: DocumentId,
): Promise<Result<ErasurePreview, CircleError>> {
  return await withDocument(context, caseId, doc, async (document, session) => {
    const { envelopes, saves, notes, lost } = await plan(context, session, document, target);
    const pointed = envelopes.filter(({ ops }) => ops.some((operation) => isIn(target, operation)));
    if (pointed.length === 0) return err({ type: 'NothingToErase' });
    const isNote = pointed.some(({ ops }) => ops.some((operation) => operation[0] === 'text' && isIn(target, operation)));
    const rewritten = [...saves.flat().map(([, entity, field]) => ({ entity, field })), ...notes];
    return ok({
      versions: pointed.length,
      authors: [...new Set(pointed.flatMap(({ device }) => document.circle.ownerOf(device) ?? []))],
      note: isNote ? readText(document.state(), target.entity, target.field) : null,
      rewritten: [...new Map(rewritten.map(({ entity, field }) => [`${entity} ${field}`, { entity, field }])).values()],
      lost,
    });
  });
}

const isIn = ({ entity, field }: ErasureTarget, [, in_, at]: OpenedEnvelope['ops'][number]): boolean => in_ === entity && at === field;

/**
 * Erases values everywhere: first what stands in the same saves is written anew and handed over, then the roster says what is erased.
 * A line that breaks in between leaves everything as it was, or something written twice; never something missing.
 */
export async function eraseEverywhere(
  context: DeviceContext,
  caseId: CaseId,
  target: ErasureTarget,
  keep: string,
  doc?: DocumentId,
): Promise<Result<void, CircleError>> {
  return await withDocument(context, caseId, doc, async (document, session) => {
    const work = createErasing(context, session, document, target, keep);
    let isBegun = false;
    for (;;) {
      const written = await changeRoster(context, session, document.doc, 'log', work.decide);
      if (!written.ok && !isBegun) await work.takeBack(written.error);
      if (!written.ok) return written;
      if (written.value === 'nothing') return isBegun ? ok(undefined) : err({ type: 'NothingToErase' });
      isBegun = true;
    }
  });
}

interface Begun {
  readonly envelopes: readonly OpenedEnvelope[];
  readonly isAnew: boolean;
}

function createErasing(context: DeviceContext, session: Session, document: OpenDocument, target: ErasureTarget, keep: string) {
  /** Decided once: what was written anew is written anew. */
  let begun: Begun | undefined;
  let newNotes: readonly Extract<Operation, readonly ['text', ...unknown[]]>[] = [];

  async function begin(): Promise<Result<Begun, CircleError>> {
    const erasure = await plan(context, session, document, target);
    const [{ entity, field }, notes] = [target, [...erasure.notes]];
    if (keep !== '') notes.push({ entity, field, text: keep });
    const clientId = new DataView(context.ports.random.bytes(4).buffer).getUint32(0);
    newNotes = notes.map((note) => writeNewNote(note.entity, note.field, note.text, clientId));
    const saves: readonly (readonly Operation[])[] = [...erasure.saves, ...(newNotes.length > 0 ? [newNotes] : [])];
    for (const [at, operations] of saves.entries()) {
      const saved = await save(context, document, operations, `${session.visit}/${erasure.envelopes[0]?.hash ?? ''}/${at}`);
      if (!saved.ok) return saved;
    }
    return ok({ envelopes: erasure.envelopes, isAnew: saves.length > 0 });
  }

  const decide: DecideEntry = async ({ roster }, line) => {
    if (roster.members.get(session.member)?.role !== 'lead') return err({ type: 'NotALead' });
    const saving = context.saving.get();
    if (saving.type === 'failed') return err({ type: 'NotSaved', problem: saving.problem });
    if (!begun) {
      const written = await document.inTurn('change', begin);
      if (!written.ok) return written;
      begun = written.value;
    }
    // Before the others hear that something is gone, they have what takes its place.
    const delivered = begun.isAnew ? await deliver(line, document.doc) : ok(undefined);
    if (!delivered.ok) return delivered;
    const done = new Set<EnvelopeHash>(roster.erased.map(({ envelope }) => envelope));
    const erased = begun.envelopes
      .filter(({ hash }) => !done.has(hash))
      .slice(0, AT_ONCE)
      .map(toErased);
    const { entity, field } = target;
    return ok(erased.length === 0 ? null : { change: { type: 'redact', erased, cells: [{ entity, field }] } });
  };

  return {
    decide,
    /** Nothing was erased: the new notes would stand beside the old ones. When the answer is only missing, it may have been. */
    takeBack: async ({ type }: CircleError): Promise<void> => {
      if (newNotes.length > 0 && type !== 'Offline') await save(context, document, newNotes.map(takeBackText), session.visit);
    },
  };
}

const toErased = ({ hash, ops }: OpenedEnvelope): Erased => ({ envelope: hash, operations: eraseOperations(ops.filter(isKnown)) });

async function save(
  context: DeviceContext,
  document: OpenDocument,
  operations: readonly Operation[],
  origin: string,
): Promise<Result<void, CircleError>> {
  const { problem, envelope } = await context.link.ask({ type: 'save', doc: document.doc, operations, origin });
  if (envelope) await document.take([envelope]);
  document.publish();
  return problem ? err({ type: 'NotSaved', problem }) : ok(undefined);
}

async function plan({ ports }: DeviceContext, { member }: Session, document: OpenDocument, target: ErasureTarget): Promise<Erasure> {
  const stored = await ports.database.list('envelope', `${document.doc}/`);
  const log = await document.openAll(stored.map(({ bytes }) => bytes));
  const { rules, roster } = document;
  const role = roster.members.get(member)?.role ?? 'reader';
  const mayWrite: MayWriteAnew = (operation, author) =>
    rules.permits(role, operation, member) && !(isOwnWord(operation) && author !== member);
  return planErasure(document.state(), log, target, mayWrite);
}

/** Only a person's own device says that an answer is their own (SPEC 12b). */
const isOwnWord = ([type, , field, value]: Operation): boolean => type === 'set' && /^via$|Via$/.test(field) && value === 'own';

/** The plan, or another document of the same case. */
async function withDocument<T>(
  context: DeviceContext,
  caseId: CaseId,
  part: DocumentId | undefined,
  work: (document: OpenDocument, session: Session) => Promise<Result<T, CircleError>>,
): Promise<Result<T, CircleError>> {
  const required = await requireCase(context, caseId);
  if (!required.ok) return required;
  const { session, circles } = required.value;
  const doc = part ?? circles.plan.roster.doc;
  if (session.documents.get(doc)?.caseId !== caseId) return err({ type: 'UnknownCase' });
  const release = hold(session, doc);
  try {
    const document = await openDocument(context, session, doc)?.catch(() => undefined);
    return document ? await work(document, session) : err({ type: 'UnknownCase' });
  } finally {
    release();
  }
}
