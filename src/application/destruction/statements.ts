import { isFamily } from '../../core/circle/rosterChanges.ts';
import { keptUntil } from '../../core/plan/retention.ts';
import type { CaseId } from '../../core/shared/ids.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { openRecord, sealRecord } from '../../crypto/vault.ts';
import { type DeviceContext, type Session, storeRecords } from '../device/deviceContext.ts';
import type { Circle } from '../documents/document.ts';
import type { NotSaved } from '../storage/durableStore.ts';
import { removalOf } from '../ports.ts';
import { destroyEntry } from './destroyEntry.ts';
import type { DestroyInput, DestructionView, KeptStatement, Statement } from './types.ts';

/** Beside the device record, because a statement belongs to no document; each under the case that it is about. */
export const STATEMENTS = 'statement/';
const keyOf = (caseId: CaseId): string => `${STATEMENTS}${caseId}`;

/** What is stated, with no more of the case than was chosen for it: of the family no names. */
export function makeStatement({ settings }: Session, view: DestructionView, input: DestroyInput, at: number): Statement {
  const { name, discipline, organisation } = settings;
  const { caseId, shared, period, documents, holders, lastChange } = view;
  return {
    ...input,
    caseId,
    at,
    by: { name, discipline, organisation },
    shared,
    period,
    keptUntil: keptUntil(input.ground, lastChange),
    documents: documents.map((document) => ({ ...document, evidence: null })),
    holders: holders.map((holder) =>
      holder.role && isFamily(holder.role) ? { ...holder, name: '', discipline: '', organisation: '' } : holder,
    ),
    heard: null,
  };
}

export async function keepStatement(context: DeviceContext, { vault }: Session, statement: Statement): Promise<Result<void, NotSaved>> {
  const { caseId } = statement;
  const content = new Uint8Array(new TextEncoder().encode(JSON.stringify({ version: 1, ...statement })));
  const sealed = await sealRecord(vault, 'statement', caseId, content, context.ports.random.bytes);
  return await storeRecords(context, [{ table: 'device', key: keyOf(caseId), bytes: sealed }]);
}

export async function readStatement({ ports }: DeviceContext, { vault }: Session, caseId: CaseId): Promise<Statement | undefined> {
  const sealed = await ports.database.get('device', keyOf(caseId));
  const opened = sealed && (await openRecord(vault, 'statement', caseId, sealed));
  if (!opened?.ok) return undefined;
  const { version, ...statement } = JSON.parse(new TextDecoder().decode(opened.value)) as Statement & { readonly version: number };
  return version === 1 ? statement : undefined;
}

export async function listStatements(context: DeviceContext, session: Session): Promise<readonly KeptStatement[]> {
  const records = await context.ports.database.list('device', STATEMENTS);
  const read = await Promise.all(records.map(({ key }) => readStatement(context, session, key.slice(STATEMENTS.length) as CaseId)));
  const here = new Set([...session.documents.values()].flatMap(({ kind, caseId }) => (kind === 'plan' ? [caseId] : [])));
  return read
    .filter((statement) => statement !== undefined)
    .map((statement) => ({ ...statement, isHere: here.has(statement.caseId) }))
    .toSorted((a, b) => b.at - a.at);
}

export const removeStatement = (context: DeviceContext, caseId: CaseId): Promise<Result<void, NotSaved>> =>
  storeRecords(context, [removalOf({ table: 'device', key: keyOf(caseId) })]);

/** The signed entry that ended a document is the evidence. */
export async function noteEvidence(context: DeviceContext, session: Session, circle: Circle): Promise<Result<void, NotSaved>> {
  const statement = await readStatement(context, session, circle.roster.caseId);
  const ended = destroyEntry(circle);
  if (!statement || !ended) return ok(undefined);
  const documents = statement.documents.map((document) =>
    document.doc === circle.roster.doc ? { ...document, evidence: { hash: ended.hash, at: ended.wall } } : document,
  );
  return await keepStatement(context, session, { ...statement, documents });
}
