import { useId } from 'react';
import type { Evaluation, Goal, Person } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { hatOf } from '../../../components/people.ts';
import { LEVELS, levelText, type Level } from '../../../components/planWords.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { CellConflicts } from '../CellConflicts.tsx';
import { useVoice } from '../useVoice.ts';
import { AttainmentDetails } from './AttainmentDetails.tsx';
import styles from './LevelGrid.module.css';

interface LevelRowProps {
  readonly evaluation: Evaluation;
  readonly goal: Goal;
  readonly person: Person;
}

/** How far one person says it is. Chosen is saved. */
export const LevelRow = ({ evaluation, goal, person }: LevelRowProps) => {
  const t = useTexts();
  const terms = useTerms();
  const { run, errorText } = useChange();
  const voice = useVoice(person.id);
  const id = useId();
  const said = useCaseView().attainments.find((one) => one.evaluation === evaluation.id && one.goal === goal.id && one.by === person.id);
  const about = { type: 'setAttainment', evaluation: evaluation.id, goal: goal.id, by: person.id } as const;
  const choose = (level: Level | null, notStarted = false) => void run({ ...about, level, notStarted, ...voice(said?.via) });
  const isSaid = said !== undefined && (said.level !== null || said.notStarted);

  return (
    <div className={styles['person']}>
      <div className={styles['row']} role="radiogroup" aria-labelledby={id}>
        <span id={id} className={styles['name']} translate="no">
          {person.name} <small>{hatOf(terms, person)}</small>
        </span>
        {LEVELS.map((level) => (
          <LevelCell key={level} name={id} words={levelText(t, level)} isChosen={said?.level === level} onChoose={() => choose(level)} />
        ))}
        <LevelCell name={id} words={t('terms.level.notStarted')} isChosen={said?.notStarted === true} onChoose={() => choose(null, true)} />
      </div>
      {errorText && <p role="alert">{errorText}</p>}
      <CellConflicts
        entity={said?.id}
        fields={{ level: LEVELS.map((level) => ({ value: String(level), label: levelText(t, level) })), notStarted: [], remark: [] }}
      />
      {isSaid && <AttainmentDetails about={about} said={said} person={person} onTakeBack={() => choose(null)} />}
    </div>
  );
};

interface LevelCellProps {
  readonly name: string;
  readonly words: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A box to choose; on a narrow screen its words are in it, on a wide one above it. */
const LevelCell = ({ name, words, isChosen, onChoose }: LevelCellProps) => (
  <label className={styles['cell']}>
    <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
    <span>{words}</span>
  </label>
);
