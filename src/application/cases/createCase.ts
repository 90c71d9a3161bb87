import { createFoldRules } from '../../core/circle/createFoldRules.ts';
import { emptyDocument } from '../../core/document/state.ts';
import type { PlanCommand, PlanFields } from '../../core/plan/planCommand.ts';
import { planSchema } from '../../core/plan/planSchema.ts';
import type { CaseId, DocumentId, EntityId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { freshCaseId } from '../../crypto/ids.ts';
import type { ChangeError, NewFamily } from '../application.ts';
import { ownerOf, storeRecords, type DeviceContext, type Session } from '../device/deviceContext.ts';
import { showSettings } from '../device/storageFacts.ts';
import { createDocument, foundRoster } from '../documents/createDocument.ts';
import { refreshSummary } from './refreshSummary.ts';
import { decideChange } from './decideChange.ts';

/** A new case: its plan, with the family, the children, and whoever made it as the first professional around it. */
export async function createCase(context: DeviceContext, family: NewFamily): Promise<Result<CaseId, ChangeError>> {
  const { session, ports } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  const caseId = freshCaseId(ports.random.bytes);
  const rules = createFoldRules(foundRoster(session, caseId), ownerOf(session));
  const decided = decideChange(
    context,
    session,
    { state: emptyDocument('' as DocumentId), rules, roster: 0 },
    firstCommands(session, family),
  );
  if (!decided.ok) return decided;
  const { indexed, records } = await createDocument(ports, session, { kind: 'plan', caseId, operations: decided.value.operations });
  const stored = await storeRecords(context, records);
  if (!stored.ok) return stored;
  session.documents.set(indexed.doc, indexed);
  context.link.tell({ type: 'device' });
  await refreshSummary(context, session, indexed.doc);
  showSettings(context);
  return ok(caseId);
}

function firstCommands({ member, settings }: Session, family: NewFamily): readonly PlanCommand[] {
  const set = (field: string, value: string): PlanCommand => ({ type: 'set', entity: 'family' as EntityId, field, value });
  const add = (fields: PlanFields<'person'>): PlanCommand => ({ type: 'add', kind: 'person', fields });
  const { name, discipline, organisation } = settings;
  return [
    set('name', family.name),
    set('phase', 'intake'),
    ...family.children.map((child) => add({ part: 'child', ...child })),
    add({ part: 'professional', name, discipline: toDiscipline(discipline), organisation, member }),
  ];
}

type Discipline = NonNullable<PlanFields<'person'>['discipline']>;

/** Who is none of the known ones is `other`. */
function toDiscipline(discipline: string): Discipline {
  return planSchema.person.fields.discipline.options.find((option) => option === discipline) ?? 'other';
}
