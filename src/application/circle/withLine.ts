import { err, type Result } from '../../core/shared/result.ts';
import type { Failure } from '../../core/sync/syncState.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { openAccess } from '../exchange/access.ts';
import type { Line } from '../exchange/line.ts';
import type { ServerPort, ServerProblem } from '../ports.ts';
import type { CircleError } from './types.ts';

/** Does something with the server, as this device. When the server does not take the last way in any more, once with a new one. */
export async function withLine<T>(
  context: DeviceContext,
  session: Session,
  step: (line: Line) => Promise<Result<T, Failure | CircleError>>,
): Promise<Result<T, CircleError>> {
  const server = serverOf(context, session);
  if (!server.ok) return server;
  for (const fresh of [false, true]) {
    const access = await openAccess(context, { fresh });
    if (!access.ok) return err(access.error.type === 'Unconnected' ? { type: 'NotConnected' } : toCircleError(access.error));
    const result = await step({ context, session, server: server.value, access: access.value });
    if (result.ok) return result;
    if (fresh || !isOutdated(result.error)) return err(toCircleError(result.error));
  }
  return err({ type: 'Offline' });
}

function serverOf({ ports }: DeviceContext, { settings }: Session): Result<ServerPort, CircleError> {
  return ports.server && settings.connected ? { ok: true, value: ports.server } : err({ type: 'NotConnected' });
}

const isOutdated = (error: Failure | CircleError): boolean =>
  error.type === 'Refused' && (error.code === 'NoSession' || error.code === 'SessionExpired');

/** What a person is told. */
export function toCircleError(error: Failure | ServerProblem | CircleError): CircleError {
  switch (error.type) {
    case 'Unreachable':
    case 'TooBusy':
      return { type: 'Offline' };
    case 'NotStored':
      return { type: 'NotSaved', problem: error.problem };
    case 'Differs':
      return { type: 'ServerDiffers' };
    case 'Refused':
      if (error.code === 'InvitationOver') return { type: 'InvitationOver' };
      return error.code === 'NotAMember' ? { type: 'NotAMember' } : error;
    default:
      return error;
  }
}
