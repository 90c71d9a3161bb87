import { err, ok, type Result } from '../../core/shared/result.ts';
import type { NotSaved } from '../storage/durableStore.ts';
import type { DeviceContext } from './deviceContext.ts';
import { handOverFields } from './lock.ts';

/** What fields still hold is stored. An error: it waits in memory only, so whoever wanted to load the page anew must not. */
export async function saveEverything(context: DeviceContext): Promise<Result<void, NotSaved>> {
  await handOverFields(context);
  if (context.session) await Promise.allSettled(context.session.busy);
  await context.durable?.settle();
  const saving = context.saving.get();
  return saving.type === 'failed' ? err({ type: 'NotSaved', problem: saving.problem }) : ok(undefined);
}
