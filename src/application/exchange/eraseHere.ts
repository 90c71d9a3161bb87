import type { DocumentId } from '../../core/shared/ids.ts';
import { forgetDocuments } from '../cases/forgetDocuments.ts';
import type { DeviceContext } from '../device/deviceContext.ts';

/** Out of memory and off the list first, then keys, envelopes and local copies off both disks. */
export async function eraseHere(context: DeviceContext, docs: readonly DocumentId[]): Promise<void> {
  forgetDocuments(context, docs);
  context.link.tell({ type: 'removed', docs });
  await context.link.ask({ type: 'erase', docs });
}
