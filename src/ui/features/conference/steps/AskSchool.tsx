import type { Goal } from '../../../../core/plan/caseView.ts';
import { Card } from '../../../components/Card.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { AddLine } from '../AddLine.tsx';

/** A child is treated and goes to school: the treatment goal asks for an education goal that it strengthens. */
export const AskSchool = ({ goal }: { readonly goal: Goal }) => {
  const t = useTexts();
  const { run, errorText } = useChange();
  const titleId = `school-${goal.id}`;

  async function add(statement: string): Promise<boolean> {
    const { about, wholeFamily } = goal;
    const fields = { statement, kind: 'education', domain: 'school', state: 'active', about, wholeFamily, reinforces: [goal.id] } as const;
    return (await run({ type: 'add', kind: 'goal', fields })) !== null;
  }

  return (
    <Card as="section" tone="attention" labelledBy={titleId}>
      <Stack gap={3}>
        <h2 id={titleId}>{t('conference.act.askSchool')}</h2>
        <p translate="no">{t('conference.act.askSchoolExplain', { goal: goal.statement })}</p>
        <AddLine label={t('conference.act.schoolGoal')} button={t('conference.act.schoolGoalButton')} onAdd={add} />
        {errorText && <p role="alert">{errorText}</p>}
      </Stack>
    </Card>
  );
};
