import { findStops } from '../../core/circle/circleStops.ts';
import { headsOf } from '../../core/document/state.ts';
import type { CaseView } from '../../core/plan/caseView.ts';
import { summariseCase } from '../../core/plan/summariseCase.ts';
import type { CivilDate } from '../../core/shared/civilDate.ts';
import type { DocumentId } from '../../core/shared/ids.ts';
import { sealRecord } from '../../crypto/vault.ts';
import type { CaseSummary } from '../application.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { OpenDocument } from '../documents/document.ts';
import { keepCopy } from '../documents/keepCopy.ts';
import { hold, openDocument } from '../documents/openDocument.ts';
import { writeSnapshot } from '../documents/snapshot.ts';
import { showCases, SUMMARY_VERSION, type KeptSummary } from './keptSummary.ts';
import { mayMeet } from './mayMeet.ts';
import { closedPlans, findRetention } from './retention.ts';
import { summaryKey } from './summaryKey.ts';
import { viewOf } from './viewOf.ts';

/** Worked out one by one: together they would keep a slow device from taking keys. */
const SLOW = ['people', 'conferences', 'actions', 'alarms'] as const satisfies readonly (keyof CaseView)[];

/**
 * Makes the case's line anew from its document, shows and keeps it. A document that was only opened for this is let go again.
 * `snapshot`: `later` when somebody else sees to it.
 */
export async function refreshSummary(
  context: DeviceContext,
  session: Session,
  doc: DocumentId,
  snapshot: 'now' | 'later' = 'now',
): Promise<void> {
  const release = hold(session, doc);
  try {
    const document = await openDocument(context, session, doc)?.catch(() => undefined);
    if (!document || context.session !== session) return;
    if (document.kind !== 'plan') {
      for (const plan of closedPlans(context, session, document)) await refreshSummary(context, session, plan);
      return;
    }
    const view = viewOf(context, session, document.shown.get());
    const retention = await findRetention(context, session, document, view.family.phase === 'closure');
    for (const part of SLOW) {
      await context.ports.clock.breathe();
      void view[part];
    }
    if (context.session !== session) return;
    const today = context.ports.clock.today() as CivilDate;
    const summary = summariseCase(document.caseId, viewOf(context, session, document.shown.get()), today, {
      retention,
      mayMeet: mayMeet(session, document.roster),
      stops: findStops(document.roster, session.member, today),
    });
    const others = context.caseload.get().cases.filter(({ caseId }) => caseId !== document.caseId);
    showCases(context, session, [...others, summary], context.caseload.get().loaded);
    await keep(context, session, document, summary);
    if (snapshot === 'now') await writeSnapshot(context, session, document, false);
  } finally {
    release();
  }
}

async function keep(context: DeviceContext, session: Session, document: OpenDocument, summary: CaseSummary): Promise<void> {
  const { ports, saving } = context;
  // What waits to be stored is shown but not kept.
  if (saving.get().type === 'failed') return;
  const heads = [...headsOf(document.shown.get())].map(([chain, { seq }]) => [chain, seq] as const);
  const kept: KeptSummary = { version: SUMMARY_VERSION, today: ports.clock.today(), entry: document.roster.n, heads, summary };
  const content = new Uint8Array(new TextEncoder().encode(JSON.stringify(kept)));
  const sealed = await sealRecord(session.vault, 'summary', document.doc, content, ports.random.bytes);
  await keepCopy(context, session, document.doc, summaryKey(document.doc), sealed);
}
