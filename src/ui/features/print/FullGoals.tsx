import { useLingui } from '@lingui/react';
import type { Goal } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { LEVELS, levelText, type Level } from '../../components/planWords.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Facts, FullPart } from './FullPart.tsx';
import styles from './FullPlan.module.css';
import { PupilWords } from './PupilWords.tsx';
import { activeGoals, formatList, helpedGoals } from './useWords.ts';

const LEVEL_FIELDS = {
  '-3': 'levelMinus3',
  '-2': 'levelMinus2',
  '-1': 'levelMinus1',
  '0': 'level0',
  '1': 'levelPlus1',
  '2': 'levelPlus2',
} as const satisfies Record<`${Level}`, keyof Goal>;

/** The goals that are being worked on, in the family's order; then what was reached or stopped. */
export const FullGoals = () => {
  const t = useTexts();
  const { term } = useTerms();
  const view = useCaseView();
  const active = activeGoals(view);
  const ended = view.goals.filter((goal) => !active.includes(goal));
  return (
    <FullPart title={t('print.goals')}>
      {active.length === 0 && <p>{t('print.goals.none')}</p>}
      <ol>
        {active.map((goal, index) => (
          <FullGoal key={goal.id} goal={goal} number={index + 1} active={active} />
        ))}
      </ol>
      {ended.length > 0 && (
        <ul>
          {ended.map((goal) => (
            <li key={goal.id}>
              <strong>{term('goal', 'state', goal.state ?? 'reached')}</strong>: <bdi>{goal.statement}</bdi>
              <PupilWords goal={goal} />
            </li>
          ))}
        </ul>
      )}
    </FullPart>
  );
};

interface FullGoalProps {
  readonly goal: Goal;
  readonly number: number;
  readonly active: readonly Goal[];
}

const FullGoal = ({ goal, number, active }: FullGoalProps) => {
  const t = useTexts();
  const { term } = useTerms();
  const { nameOf, namesOf } = useNames();
  const language = useLingui().i18n.locale;
  const helped = helpedGoals(goal, active);
  const levelWord = (level: Level) =>
    level === -2 ? t('fullPrint.goals.nowWord') : level === 0 ? t('fullPrint.goals.enoughWord') : upperFirst(levelText(t, level));
  return (
    <li className={styles['item']}>
      <h4>{t('print.goals.one', { number, statement: goal.statement })}</h4>
      <Facts
        facts={[
          [t('fullPrint.goals.words'), goal.wordsOf ? nameOf(goal.wordsOf) : ''],
          [t('fullPrint.goals.about'), goal.wholeFamily ? t('fullPrint.goals.wholeFamily') : namesOf(goal.about)],
          [t('fullPrint.goals.kind'), goal.kind ? term('goal', 'kind', goal.kind) : ''],
          [t('fullPrint.goals.supports'), goal.supports.map((option) => term('goal', 'supports', option)).join(', ')],
          ...LEVELS.map((level) => [levelWord(level), goal[LEVEL_FIELDS[`${level}`]]] as const),
          [term('goal', 'domain', 'home'), goal.doesHome],
          [term('goal', 'domain', 'school'), goal.doesSchool],
          [term('goal', 'domain', 'leisure'), goal.doesLeisure],
          [
            t('fullPrint.goals.helpsWord'),
            helped.length > 0
              ? t('fullPrint.goals.numbers', { numbers: formatList(helped.map(String), language), count: helped.length })
              : '',
          ],
        ]}
      />
      <PupilWords goal={goal} />
    </li>
  );
};

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
