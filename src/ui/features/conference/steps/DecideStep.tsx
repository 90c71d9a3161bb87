import { useState } from 'react';
import type { Conference } from '../../../../core/plan/caseView.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { EmptyCell } from '../../../components/EmptyCell.tsx';
import { FamilyGoals } from '../../../components/heard/FamilyGoals.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { AddLine } from '../AddLine.tsx';
import styles from '../Conference.module.css';
import { focusCapture } from '../focusCapture.ts';
import { focusItem, useOpenAdded } from '../useOpenAdded.ts';
import { FromSaid } from './FromSaid.tsx';
import { GoalCard } from './GoalCard.tsx';

/** What will be different: goals in the order of the family, with how it is now and what is good enough. */
export const DecideStep = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const { goals, familyGoals, takenBack } = useCaseView();
  const openAdded = useOpenAdded();
  const { run, errorText } = useChange();
  const [movedTo, setMovedTo] = useState<number | null>(null);

  async function move(goal: EntityId, to: number): Promise<void> {
    const others = goals.filter(({ id }) => id !== goal);
    if (!(await run({ type: 'move', entity: goal, after: others[to - 1]?.id, before: others[to]?.id }))) return;
    setMovedTo(to);
    // A card that moved lost the focus: the keyboard stays with it.
    focusItem(goal);
  }

  return (
    <Stack gap={5}>
      {familyGoals.length + takenBack.length > 0 && (
        <section aria-labelledby="own">
          <Stack gap={3}>
            <h2 id="own">{t('heard.own')}</h2>
            <FamilyGoals />
          </Stack>
        </section>
      )}
      <section aria-labelledby="goals">
        <Stack gap={3}>
          <h2 id="goals">
            {t('conference.decide.list')} <span className={styles['count']}>{goals.length}</span>
          </h2>
          {goals.length === 0 && <EmptyCell onPress={focusCapture}>{t('conference.decide.none')}</EmptyCell>}
          <ol className={styles['cards']}>
            {goals.map((goal, index) => (
              <GoalCard
                key={goal.id}
                goal={goal}
                place={index}
                isLast={index === goals.length - 1}
                onMove={(to) => void move(goal.id, to)}
              />
            ))}
          </ol>
          <p role="status">{movedTo !== null && t('conference.decide.moved', { place: movedTo + 1, count: goals.length })}</p>
        </Stack>
      </section>
      <AddLine
        label={t('conference.decide.add')}
        hint={t('conference.decide.addHint')}
        button={t('conference.decide.addButton')}
        onAdd={async (statement) => openAdded(await run({ type: 'add', kind: 'goal', fields: { statement, state: 'active' } }))}
      />
      {errorText && <p role="alert">{errorText}</p>}
      <FromSaid title={t('conference.decide.fromSaid')} conference={conference} />
    </Stack>
  );
};
