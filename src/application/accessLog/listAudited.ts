import type { CaseId } from '../../core/shared/ids.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import { readAuditedCircles } from './audited.ts';
import type { AuditedCase } from './types.ts';

/** Cases of which this person reads the access log alone, the newest first. */
export async function listAudited(context: DeviceContext): Promise<readonly AuditedCase[]> {
  const { session } = context;
  if (!session || session.closing) return [];
  const cases = new Map<CaseId, AuditedCase>();
  for (const { roster, entries } of await readAuditedCircles(context, session)) {
    const before = cases.get(roster.caseId);
    const n = roster.members.get(session.member)?.since ?? 0;
    const since = entries[n]?.entry.wall ?? 0;
    cases.set(roster.caseId, {
      caseId: roster.caseId,
      since: Math.min(since, before?.since ?? since),
      documents: [...(before?.documents ?? []), roster.kind],
    });
  }
  return [...cases.values()].toSorted((a, b) => b.since - a.since);
}
