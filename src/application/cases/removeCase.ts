import type { CaseId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { ChangeError } from '../application.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import { showSettings } from '../device/storageFacts.ts';
import { forgetDocuments } from './forgetDocuments.ts';

/** Everything of a case leaves this device: keys, log, local copies, on both sides. Only for cases never shared. */
export async function removeCase(context: DeviceContext, caseId: CaseId): Promise<Result<void, ChangeError>> {
  const { session, link } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  const docs = [...session.documents.values()].filter((document) => document.caseId === caseId).map(({ doc }) => doc);
  // Out of memory first, so that no snapshot or summary is written behind the erasing.
  forgetDocuments(context, docs);
  link.tell({ type: 'removed', docs });
  const { problem } = await link.ask({ type: 'erase', docs });
  showSettings(context);
  return problem ? err({ type: 'NotSaved', problem }) : ok(undefined);
}
