import type { DocumentId } from '../../core/shared/ids.ts';
import { openRecord } from '../../crypto/vault.ts';
import { readClock } from '../device/deviceClock.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { readSettings } from '../device/session.ts';
import { showSettings } from '../device/storageFacts.ts';
import { readDocumentIndex } from '../documents/documentRecord.ts';
import { envelopeKey } from '../documents/envelopeRecords.ts';
import { rosterKey } from '../documents/rosterKey.ts';
import { startExchange } from '../exchange/startExchange.ts';
import { showUnlocked } from '../device/showUnlocked.ts';
import { showCases, SUMMARY_VERSION, type KeptSummary } from './keptSummary.ts';
import { loadCaseWork } from './loadCaseWork.ts';
import { SUMMARIES } from './summaryKey.ts';

/** After unlocking: the list as it was kept at once, then what is missing, of another day, or behind its log. */
export async function loadCaseload(context: DeviceContext, session: Session): Promise<void> {
  const [kept] = await Promise.all([readKept(context, session), readClock(context, session)]);
  const plans = plansOf(session);
  const isWhole = plans.every((doc) => kept.has(doc));
  showCases(
    context,
    session,
    [...kept.values()].map(({ summary }) => summary),
    isWhole,
  );
  void refreshAll(context, session, kept);
}

async function refreshAll(context: DeviceContext, session: Session, kept: ReadonlyMap<DocumentId, KeptSummary>): Promise<void> {
  const missingFirst = plansOf(session).toSorted((a, b) => Number(kept.has(a)) - Number(kept.has(b)));
  for (const doc of missingFirst) {
    if (context.session !== session || session.closing) return;
    const summary = kept.get(doc);
    if (!summary || !(await isCurrent(context, doc, summary))) await (await loadCaseWork()).refreshSummary(context, session, doc);
  }
  if (context.session === session) context.caseload.set({ ...context.caseload.get(), loaded: true });
}

/** Settings, documents or both changed in another tab. */
export async function refreshSession(context: DeviceContext): Promise<void> {
  const { session, ports } = context;
  if (!session) return;
  session.settings = await readSettings(ports.database, session.vault);
  await readClock(context, session);
  await startExchange(context);
  const added = (await readDocumentIndex(ports.database, session.vault)).filter(({ doc }) => !session.documents.has(doc));
  for (const document of added) session.documents.set(document.doc, document);
  if (context.session !== session) return;
  showUnlocked(context, session);
  showSettings(context);
  for (const { doc } of added) await (await loadCaseWork()).refreshSummary(context, session, doc);
}

const plansOf = ({ documents }: Session) => [...documents.values()].filter(({ kind }) => kind === 'plan').map(({ doc }) => doc);

async function readKept({ ports }: DeviceContext, { vault }: Session): Promise<ReadonlyMap<DocumentId, KeptSummary>> {
  const copies = await ports.database.listLocal(SUMMARIES);
  const opened = await Promise.all(
    copies.map(async ({ key, bytes }) => {
      const doc = key.slice(SUMMARIES.length) as DocumentId;
      const content = await openRecord(vault, 'summary', doc, bytes);
      const kept = content.ok ? (JSON.parse(new TextDecoder().decode(content.value)) as KeptSummary) : undefined;
      return kept?.version === SUMMARY_VERSION ? [[doc, kept] as const] : [];
    }),
  );
  return new Map(opened.flat());
}

/** Same day, and nothing was stored behind what it was made from (a browser that was killed in between). */
async function isCurrent({ ports }: DeviceContext, doc: DocumentId, { today, heads, entry }: KeptSummary): Promise<boolean> {
  if (today !== ports.clock.today()) return false;
  const next = await Promise.all([
    ports.database.get('roster', rosterKey(doc, entry + 1)),
    ...heads.map(([chain, seq]) => ports.database.get('envelope', envelopeKey(doc, chain, seq + 1))),
  ]);
  return next.every((bytes) => bytes === undefined);
}
