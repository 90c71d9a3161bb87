import { useId, useState } from 'react';
import type { Side } from '../../../../core/evaluation/attainmentOverTime.ts';
import type { Evaluation, Goal } from '../../../../core/plan/caseView.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { SelectField } from '../../../components/fields/ChoiceField.tsx';
import { personOptions } from '../../../components/people.ts';
import { LEVELS, levelText } from '../../../components/planWords.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { isOfSide, speakersOn } from '../speakers.ts';
import styles from './LevelGrid.module.css';
import { LevelRow } from './LevelRow.tsx';

interface LevelGridProps {
  readonly evaluation: Evaluation;
  readonly goal: Goal;
  readonly side: Side;
}

/** One side's people, each with the six steps in words. The two sides stand below the same words, and are never mixed. */
export const LevelGrid = ({ evaluation, goal, side }: LevelGridProps) => {
  const t = useTexts();
  const { term } = useTerms();
  const view = useCaseView();
  const id = useId();
  const [added, setAdded] = useState<readonly EntityId[]>([]);
  const asked = speakersOn(view, evaluation, goal, side);
  const extra = view.people.filter((person) => added.includes(person.id) && !asked.includes(person));
  const shown = [...asked, ...extra];
  const others = view.people.filter((person) => isOfSide(person, side) && !shown.includes(person));

  return (
    <section className={`${styles['side']} ${styles[side]}`} aria-labelledby={id}>
      <h3 id={id}>{term('attainment', 'side', side)}</h3>
      <div className={styles['header']} aria-hidden>
        <span />
        {LEVELS.map((level) => (
          <span key={level}>{levelText(t, level)}</span>
        ))}
        <span>{t('terms.level.notStarted')}</span>
      </div>
      {shown.map((person) => (
        <LevelRow key={person.id} evaluation={evaluation} goal={goal} person={person} />
      ))}
      {others.length > 0 && (
        <div className={styles['more']}>
          <SelectField
            label={t('evaluation.someoneElse')}
            hideLabel
            emptyLabel={t('evaluation.someoneElse')}
            options={personOptions(others)}
            value={null}
            onChange={(person) => person && setAdded([...added, person])}
          />
        </div>
      )}
    </section>
  );
};
