import type { DocumentId } from '../../core/shared/ids.ts';
import { deliverViews } from '../accessLog/deliverViews.ts';
import { deliver } from './deliver.ts';
import type { Line, Outcome } from './line.ts';

/** Everything of a document that waits: the access log follows what it is about. */
export async function deliverAll(line: Line, doc: DocumentId): Promise<Outcome> {
  const delivered = await deliver(line, doc);
  return delivered.ok ? await deliverViews(line, doc) : delivered;
}
