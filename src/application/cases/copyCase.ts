import { mayHold } from '../../core/circle/permissions.ts';
import type { DocumentKind } from '../../core/circle/rosterEntry.ts';
import { readWholeDocument } from '../../core/document/wholeDocument.ts';
import { partSchema } from '../../core/part/partSchema.ts';
import { planSchema } from '../../core/plan/planSchema.ts';
import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import { err, ok } from '../../core/shared/result.ts';
import { loadAccessLog } from '../accessLog/loadAccessLog.ts';
import { noteAccess } from '../accessLog/noteAccess.ts';
import type { Application, CopiedAccess, CopiedDocument } from '../application.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { hold, openDocument } from '../documents/openDocument.ts';

/** What professionals write among themselves is in no copy, also not in one that a professional makes for a family. */
const COPIED = ['plan', 'part', 'voice', 'personal'] as const satisfies readonly DocumentKind[];

/** All that this person reads of a case, from this device. What is not on it is not asked for. */
export async function copyCase(context: DeviceContext, caseId: CaseId): ReturnType<Application['copyCase']> {
  const { session } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  const here = [...session.documents.values()].filter((document) => document.caseId === caseId);
  const copied: CopiedDocument[] = [];
  for (const kind of COPIED) {
    for (const { doc } of here.filter((document) => document.kind === kind)) {
      const read = await copyDocument(context, session, doc, kind);
      if (read) copied.push(read);
      // A copy without the plan, or without a part that is here, would pass for everything.
      else if (read === undefined) return err({ type: 'UnknownCase' });
    }
  }
  if (copied[0]?.kind !== 'plan') return err({ type: 'UnknownCase' });
  // Said before it is handed out: whoever looks who looked sees it.
  await noteAccess(
    context,
    copied.map(({ id }) => id),
    'exported',
  );
  return ok({
    format: 'knooppunt.wholeFile',
    version: 1,
    madeAt: new Date(context.ports.clock.now()).toISOString(),
    caseId,
    documents: copied,
    access: await copyAccess(context, session, caseId, copied),
  });
}

/** Who looked at what is in the copy: that there is more, of professionals among themselves, is not told either. */
async function copyAccess(
  context: DeviceContext,
  session: Session,
  caseId: CaseId,
  copied: readonly CopiedDocument[],
): Promise<readonly CopiedAccess[]> {
  const { readAccessView } = await loadAccessLog();
  const lines = (await readAccessView(context, session, caseId))?.lines ?? [];
  return lines.flatMap(({ at, name, organisation, role, what, doc }) =>
    copied.some(({ id }) => id === doc) ? [{ at: new Date(at).toISOString(), name, organisation, role, what, doc }] : [],
  );
}

/** null: not theirs to read (any more); undefined: it cannot be opened. */
async function copyDocument(
  context: DeviceContext,
  session: Session,
  doc: DocumentId,
  kind: CopiedDocument['kind'],
): Promise<CopiedDocument | null | undefined> {
  const release = hold(session, doc);
  try {
    const document = await openDocument(context, session, doc);
    if (!document) return undefined;
    const role = document.roster.members.get(session.member)?.role;
    if (role === undefined || !mayHold(kind, role)) return null;
    return { id: doc, kind, content: readWholeDocument(document.state(), kind === 'plan' ? planSchema : partSchema) };
  } catch {
    return undefined;
  } finally {
    release();
  }
}
