import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Failure } from '../../core/sync/syncState.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import { openAccess, type NoExchange } from './access.ts';
import type { Line } from './line.ts';

/** Why something that needs the server did not happen. Nothing of it was kept. */
export type ExchangeFailure = Failure | NoExchange;

export async function openLine(context: DeviceContext): Promise<Result<Line, ExchangeFailure>> {
  const access = await openAccess(context);
  const { session, ports } = context;
  if (!access.ok) return access;
  if (!session || !ports.server) return err({ type: 'Locked' });
  return ok({ context, session, server: ports.server, access: access.value });
}
