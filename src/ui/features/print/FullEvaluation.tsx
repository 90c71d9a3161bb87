import type { Attainment, Evaluation } from '../../../core/plan/caseView.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { levelText } from '../../components/planWords.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Facts } from './FullPart.tsx';
import styles from './FullPlan.module.css';
import { useDays } from './useDays.ts';
import { useHeardFacts } from './useHeardFacts.ts';
import { useWords } from './useWords.ts';

/** One look back: what was achieved first, then goal by goal in words, what was kept, and the decision. */
export const FullEvaluation = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { nameOf } = useNames();
  const { dayLong } = useDays();
  const { how } = useWords();
  const heardFacts = useHeardFacts();
  const view = useCaseView();
  const kept = view.kept.flatMap(({ evaluation: of, action, kept: answer, reason }) => {
    const what = view.actions.find(({ id }) => id === action)?.what;
    return of === evaluation.id && what && answer
      ? [[what, term('kept', 'kept', answer).toLowerCase(), reason].filter(Boolean).join(', ')]
      : [];
  });
  const experiences = view.experiences.filter((said) => said.evaluation === evaluation.id && (said.grade !== null || said.words));
  return (
    <li>
      <h4>{t('fullPrint.evaluation.on', { day: evaluation.day ? dayLong(evaluation.day) : '' })}</h4>
      <Facts facts={[[t('fullPrint.evaluation.achieved'), evaluation.achieved]]} />
      <ul>
        {view.goals.map(({ id, statement }) => (
          <GoalThen key={id} goal={id} statement={statement} evaluation={evaluation.id} />
        ))}
      </ul>
      <Facts
        facts={[
          [t('fullPrint.evaluation.kept'), kept.join('. ')],
          [t('fullPrint.evaluation.worked'), evaluation.worked],
          [t('fullPrint.evaluation.learned'), evaluation.learned],
          ...experiences.map(
            (said) =>
              [
                t('fullPrint.evaluation.experience', { name: nameOf(said.by) }),
                [said.grade !== null && t('fullPrint.evaluation.grade', { grade: said.grade }), said.words && `“${said.words}”`, how(said)]
                  .filter(Boolean)
                  .join(', '),
              ] as const,
          ),
          ...heardFacts(evaluation.id),
          [
            t('fullPrint.evaluation.decision'),
            [evaluation.decision && term('evaluation', 'decision', evaluation.decision), evaluation.decisionReason]
              .filter(Boolean)
              .join(': '),
          ],
        ]}
      />
    </li>
  );
};

/** Family and professionals stay apart, and both speak in words. */
const GoalThen = ({
  goal,
  statement,
  evaluation,
}: {
  readonly goal: EntityId;
  readonly statement: string;
  readonly evaluation: EntityId;
}) => {
  const t = useTexts();
  const { term } = useTerms();
  const { nameOf } = useNames();
  const { attainments, goalOutcomes } = useCaseView();
  const said = attainments.filter((one) => one.goal === goal && one.evaluation === evaluation && (one.notStarted || one.level !== null));
  const outcome = goalOutcomes.find((one) => one.goal === goal && one.evaluation === evaluation)?.outcome;
  if (said.length === 0 && !outcome) return null;
  const words = (one: Attainment) =>
    [`${nameOf(one.by)}: ${one.notStarted ? t('terms.level.notStarted') : levelText(t, one.level!)}`, one.remark && `“${one.remark}”`]
      .filter(Boolean)
      .join(', ');
  const sideWords = (side: 'family' | 'professionals') =>
    said
      .filter((one) => (one.side ?? 'professionals') === side)
      .map(words)
      .join('; ');
  return (
    <li className={styles['item']}>
      <strong>
        <bdi>{statement}</bdi>
      </strong>
      <Facts
        facts={[
          [term('attainment', 'side', 'family'), sideWords('family')],
          [term('attainment', 'side', 'professionals'), sideWords('professionals')],
          [t('fullPrint.evaluation.outcome'), outcome ? term('goalOutcome', 'outcome', outcome) : ''],
        ]}
      />
    </li>
  );
};
