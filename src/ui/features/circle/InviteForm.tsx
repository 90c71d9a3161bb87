import { useState, type FormEvent } from 'react';
import { generatePath, useNavigate } from 'react-router';
import type { CircleView } from '../../../application/application.ts';
import { kindOf } from '../../../core/document/entityId.ts';
import type { Companion } from '../../../core/plan/caseView.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useApplication, useCaseView, useOpenCase, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { HowField } from '../../components/invitation/HowField.tsx';
import { Stack } from '../../components/Layout.tsx';
import { paths } from '../../components/paths.ts';
import { useAsk } from '../../components/useAsk.ts';
import { useChange } from '../../components/useChange.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { BeforeParent, BeforePartner } from './BeforeInviting.tsx';
import styles from './circle.module.css';
import { CompanionFields, useRelation } from './CompanionFields.tsx';
import {
  companionDraft,
  decisionOf,
  emptyDraft,
  findProblems,
  hasEnd,
  isRecorded,
  needsSharing,
  problemTexts,
  toInput,
  type DraftProblem,
  type InviteDraft,
} from './inviteDraft.ts';
import { InvitePersonFields } from './InvitePersonFields.tsx';
import { DocumentsField, UntilField } from './ReadingFields.tsx';
import { RoleField } from './RoleField.tsx';
import { SharingFields } from './SharingFields.tsx';

interface InviteFormProps {
  readonly view: CircleView;
  /** Whom the family asked to bring; inviting them says yes to that. */
  readonly companion: Companion | null;
}

/** Who, with which role, what they read, why that is shared, and how they come in. A failure loses nothing of it. */
export const InviteForm = ({ view, companion }: InviteFormProps) => {
  const t = useTexts();
  const navigate = useNavigate();
  const application = useApplication();
  const { caseId } = useOpenCase();
  const plan = useCaseView();
  const { people } = plan;
  const device = useStore(application.device);
  const today = useToday();
  const { run, errorText: changeError } = useChange();
  const { ask, isAsking, errorText } = useAsk();
  const relation = useRelation();
  const [draft, setDraft] = useState(() => (companion ? companionDraft(companion, relation(companion), today) : emptyDraft(today)));
  const [tried, setTried] = useState<readonly DraftProblem[]>([]);
  const change = (part: Partial<InviteDraft>) => setDraft((before) => ({ ...before, ...part }));

  const isSharingNeeded = needsSharing(draft, people, device.type === 'unlocked' ? device.profile.organisation : '');
  const known = people.find(({ id }) => id === draft.person) ?? null;
  const invited = draft.person === 'new' ? { ...draft.newPerson, id: null } : known;
  const found = findProblems(draft, isSharingNeeded, today);
  // What was wrong when it was sent and still is: what appears while filling in is said at the next try.
  const problems = tried.filter((problem) => found.includes(problem));
  const errorAt = (problem: DraftProblem) => (problems.includes(problem) ? t(problemTexts[problem]) : null);

  /** A new person is written in the plan first; asking again after a failure does not write them twice. */
  async function personInPlan(): Promise<EntityId | null> {
    if (companion && companion.state !== 'confirmed') return await confirm(companion.id);
    if (draft.person !== 'new') return draft.person;
    const { name, part, relation, discipline, organisation } = draft.newPerson;
    const added = await run({
      type: 'add',
      kind: 'person',
      fields: { name: name.trim(), part, relation, organisation, ...(part === 'professional' ? { discipline } : {}) },
    });
    const id = added?.[0] ?? null;
    if (id) change({ person: id });
    return id;
  }

  /** Yes to the family, with the person that is invited: both in one save. */
  async function confirm(id: EntityId): Promise<EntityId | null> {
    const known = draft.person === 'new' ? null : draft.person;
    const { name, relation: hat } = draft.newPerson;
    const added = await run({ type: 'confirmCompanion', companion: id, person: known, name, relation: hat, until: draft.until! });
    const person = added === null ? null : (known ?? added.find((one) => kindOf(one) === 'person') ?? null);
    if (person) change({ person });
    return person;
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(found);
    if (isAsking || found.length > 0) return;
    const person = await personInPlan();
    if (person === null) return;
    if (await ask(() => application.circle.invite(caseId, toInput(draft, person, view, isSharingNeeded))))
      await navigate(`${generatePath(paths.circle, { caseId })}#invitations`);
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={styles['form']}>
      <Stack gap={5}>
        <ErrorSummary
          errors={[...problems.map((problem) => t(problemTexts[problem])), changeError, errorText].filter((text) => text !== null)}
        />
        {companion ? (
          <CompanionFields companion={companion} draft={draft} onChange={change} errorAt={errorAt} />
        ) : (
          <>
            <InvitePersonFields draft={draft} onChange={change} errorAt={errorAt} />
            {invited?.part === 'caregiver' && <BeforeParent caregiver={invited.id} name={invited.name} />}
            <RoleField value={draft.role} onChange={(role) => change({ role })} error={errorAt('role')} />
          </>
        )}
        {hasEnd(draft) && companion?.state !== 'confirmed' && (
          <UntilField value={draft.until} onChange={(until) => change({ until })} error={errorAt('until') ?? errorAt('untilWrong')} />
        )}
        <DocumentsField view={view} role={draft.role} value={draft.documents} onChange={(documents) => change({ documents })} />
        <p>{t('circle.invite.history')}</p>
        {isSharingNeeded && invited && (
          <SharingFields
            value={draft.sharing}
            onChange={(sharing) => change({ sharing })}
            errorAt={errorAt}
            isRecorded={isRecorded(plan, draft.person)}
            before={<BeforePartner partner={invited} name={invited.name} decision={decisionOf(draft.sharing)} />}
          />
        )}
        <HowField value={draft.how} onChange={(how) => change({ how })} error={errorAt('how')} />
        <div>
          <Button type="submit">{t(isAsking ? 'circle.invite.busy' : 'circle.invite.do')}</Button>
        </div>
      </Stack>
    </form>
  );
};
