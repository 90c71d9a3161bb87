import type { CaseId, DeviceId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { CircleError } from '../circle/types.ts';
import { withLine } from '../circle/withLine.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import { keepStatement, readStatement } from './statements.ts';

/** Which devices fetched from the server that the case is destroyed. That they wiped it is their own work: no server sees that. */
export async function askHeard(context: DeviceContext, caseId: CaseId): Promise<Result<void, CircleError>> {
  const { session } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  const statement = await readStatement(context, session, caseId);
  const plan = statement?.documents.find(({ kind }) => kind === 'plan');
  if (!statement || !plan) return err({ type: 'UnknownCase' });
  const asked = await withLine(context, session, ({ server, access }) => server.readFetches(access, plan.doc));
  if (!asked.ok) return asked;
  const devices: readonly DeviceId[] = asked.value.devices.map(({ device }) => device);
  const kept = await keepStatement(context, session, { ...statement, heard: { at: context.ports.clock.now(), devices } });
  return kept.ok ? ok(undefined) : kept;
}
