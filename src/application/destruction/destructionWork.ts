import type { CaseId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { CircleError } from '../circle/types.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import { listStatements, removeStatement } from './statements.ts';
import type { KeptStatement } from './types.ts';

/** Destroying and what states it; part of the chunk of circles. */
export { askHeard } from './askHeard.ts';
export { describeDestruction } from './describeDestruction.ts';
export { destroyCase } from './destroyCase.ts';

export async function showStatements(context: DeviceContext): Promise<Result<readonly KeptStatement[], CircleError>> {
  return context.session ? ok(await listStatements(context, context.session)) : err({ type: 'Locked' });
}

export const forgetStatement = (context: DeviceContext, caseId: CaseId): Promise<Result<void, CircleError>> =>
  removeStatement(context, caseId);
