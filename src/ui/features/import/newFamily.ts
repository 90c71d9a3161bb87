import type { Application, ChangeError, NewFamily } from '../../../application/application.ts';
import { fullName, groupNameOf, type Pupil, type SchoolExport } from '../../../core/plan/schoolExport.ts';
import type { CaseId } from '../../../core/shared/ids.ts';
import { ok, type Result } from '../../../core/shared/result.ts';

export type NewChild = NewFamily['children'][number];

/** As long as a plan keeps a name. */
const MAX_NAME = 80;

/** A pupil as a child in a plan, with the keys that match a later export. */
export const toNewChild = (school: SchoolExport, pupil: Pupil): NewChild => ({
  name: fullName(pupil).slice(0, MAX_NAME),
  birthDate: pupil.birthDate,
  school: '',
  schoolGroup: groupNameOf(school, pupil),
  edexmlKey: pupil.key,
  brin: school.brin,
});

type Made = Promise<Result<CaseId, ChangeError | { readonly type: 'UnknownCase' }>>;

export const makeFamily = (application: Application, name: string, children: readonly NewChild[]): Made =>
  application.createCase({ name, children });

/** A brother or sister in the plan that the family already has. */
export async function addToFamily(application: Application, caseId: CaseId, children: readonly NewChild[]): Made {
  const opened = await application.openCase(caseId);
  if (!opened.ok) return opened;
  const added = await opened.value.change(
    ...children.map((child) => ({ type: 'add', kind: 'person', fields: { part: 'child', ...child } }) as const),
  );
  opened.value.close();
  return added.ok ? ok(caseId) : added;
}
