import { decidePart } from '../../core/part/decidePart.ts';
import { emptyDocument } from '../../core/document/state.ts';
import type { CaseId, DocumentId, EntityId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { openCase } from '../cases/openCase.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import { foundDocument } from '../documents/foundDocument.ts';
import { requireCase } from './caseCircles.ts';
import type { AddedKind, CircleError, PartWords } from './types.ts';

/**
 * Another document of a case: who makes it is its only member until they let in others. Works without a connection. Of professionals'
 * consultation the family is told first, with the reason; of safety the plan never says a word.
 */
export async function addCaseDocument(
  context: DeviceContext,
  caseId: CaseId,
  kind: AddedKind,
  { title = '', reason = '' }: PartWords = {},
): Promise<Result<DocumentId, CircleError>> {
  const required = await requireCase(context, caseId);
  if (!required.ok) return required;
  const { session } = required.value;
  const named = decidePart(
    { type: 'set', entity: 'part' as EntityId, field: 'title', value: title.trim() },
    emptyDocument('' as DocumentId),
    never,
  );
  if (!named.ok) return err({ type: 'TitleTooLong' });
  if (kind === 'team') {
    const told = await tellFamily(context, caseId, reason.trim());
    if (!told.ok) return told;
  }
  return await foundDocument(context, session, { kind, caseId, operations: named.value.operations });
}

const never = (): EntityId => {
  throw new Error('a title adds nothing');
};

/** Before the document is there: what the family was not told of may not exist. */
async function tellFamily(context: DeviceContext, caseId: CaseId, reason: string): Promise<Result<void, CircleError>> {
  if (reason === '') return err({ type: 'ReasonMissing' });
  const opened = await openCase(context, caseId);
  if (!opened.ok) return opened;
  const told = await opened.value.change({ type: 'set', entity: 'family' as EntityId, field: 'teamReason', value: reason });
  opened.value.close();
  if (told.ok) return ok(undefined);
  return err(told.error.type === 'NotSaved' || told.error.type === 'Locked' ? told.error : { type: 'NotAMember' });
}
