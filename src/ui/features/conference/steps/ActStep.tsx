import type { Action, Conference, Goal } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Banner } from '../../../components/Banner.tsx';
import { Card } from '../../../components/Card.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { AddLine } from '../AddLine.tsx';
import styles from '../Conference.module.css';
import { goalsWithoutSchool, isGoing } from '../openGoals.ts';
import { useOpenAdded } from '../useOpenAdded.ts';
import { ActionCard } from './ActionCard.tsx';
import { AskSchool } from './AskSchool.tsx';
import { FromSaid } from './FromSaid.tsx';

/** Who does what, goal by goal; a goal nobody acts on and an action nobody does stay in sight. */
export const ActStep = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const view = useCaseView();
  const goals = view.goals.filter(isGoing);
  // An action for two goals stands with the first of them; the other only names it.
  const homeOf = (action: Action) => goals.find(({ id }) => action.goals.includes(id));
  return (
    <Stack gap={5}>
      {goals.length === 0 && <Banner tone="info">{t('conference.act.noGoals')}</Banner>}
      {goals.map((goal) => (
        <GoalActions
          key={goal.id}
          goal={goal}
          actions={view.actions.filter((action) => homeOf(action) === goal)}
          others={view.actions.filter((action) => homeOf(action) !== goal && action.goals.includes(goal.id))}
          conference={conference}
        />
      ))}
      {goalsWithoutSchool(view).map((goal) => (
        <AskSchool key={goal.id} goal={goal} />
      ))}
      <GoalActions goal={null} actions={view.actions.filter((action) => !homeOf(action))} others={[]} conference={conference} />
      <FromSaid title={t('conference.act.fromSaid')} conference={conference} />
    </Stack>
  );
};

interface GoalActionsProps {
  /** null: what is not with a goal yet. */
  readonly goal: Goal | null;
  readonly actions: readonly Action[];
  readonly others: readonly Action[];
  readonly conference: Conference;
}

const GoalActions = ({ goal, actions, others, conference }: GoalActionsProps) => {
  const t = useTexts();
  const openAdded = useOpenAdded();
  const { run, errorText } = useChange();
  const title = goal ? goal.statement : t('conference.act.loose');
  const titleId = `actions-${goal?.id ?? 'loose'}`;
  const isWithout = goal !== null && actions.length + others.length === 0;
  const label = goal ? t('conference.act.add') : t('conference.act.addLoose');

  async function add(what: string): Promise<boolean> {
    const fields = { what, conference: conference.id, goals: goal ? [goal.id] : [], domain: goal?.domain ?? null };
    return openAdded(await run({ type: 'add', kind: 'action', fields }));
  }

  return (
    <Card as="section" labelledBy={titleId} {...(isWithout ? { tone: 'attention' } : {})}>
      <Stack gap={3}>
        <h2 id={titleId} translate="no">
          {title} <span className={styles['count']}>{actions.length + others.length}</span>
        </h2>
        {isWithout && <p>{t('conference.act.goalWithout')}</p>}
        <ul className={styles['cards']}>
          {actions.map((action) => (
            <ActionCard key={action.id} action={action} />
          ))}
        </ul>
        {others.length > 0 && (
          <p className={styles['soft']} translate="no">
            {t('conference.act.also', { actions: others.map(({ what }) => what).join(', ') })}
          </p>
        )}
        <AddLine label={label} button={t('conference.act.addButton')} onAdd={add} />
        {errorText && <p role="alert">{errorText}</p>}
      </Stack>
    </Card>
  );
};
