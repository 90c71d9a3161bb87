import { attainmentOverTime, type AttainmentMoment, type Side } from '../../../core/evaluation/attainmentOverTime.ts';
import type { Evaluation, Goal } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { nameOf } from '../../components/people.ts';
import { levelText } from '../../components/planWords.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { AttainmentChart } from './AttainmentChart.tsx';
import styles from './Chart.module.css';

/** How one goal went: a picture, and the same in a table. */
export const AttainmentOverTime = ({ evaluation, goal }: { readonly evaluation: Evaluation; readonly goal: Goal }) => {
  const t = useTexts();
  const { term } = useTerms();
  const view = useCaseView();
  const moments = attainmentOverTime(view, goal.id, evaluation);
  if (moments.every(({ isStart }) => isStart)) return <p className={styles['empty']}>{t('evaluation.chart.empty')}</p>;
  return (
    <div className={styles['both']}>
      <AttainmentChart goal={goal} moments={moments} />
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <caption>{t('evaluation.chart.tableTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('evaluation.chart.when')}</th>
              <th scope="col">{term('attainment', 'side', 'family')}</th>
              <th scope="col">{term('attainment', 'side', 'professionals')}</th>
            </tr>
          </thead>
          <tbody>
            {moments.map((moment, index) => (
              <tr key={index}>
                <th scope="row">{moment.day ? formatDay(moment.day) : ''}</th>
                <SideCell moment={moment} side="family" />
                <SideCell moment={moment} side="professionals" />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};

const SideCell = ({ moment, side }: { readonly moment: AttainmentMoment; readonly side: Side }) => {
  const t = useTexts();
  const view = useCaseView();
  if (moment.isStart) return <td>{levelText(t, -2)}</td>;
  if (moment[side].length === 0) return <td>{t('evaluation.chart.nothingSaid')}</td>;
  return (
    <td>
      <ul translate="no">
        {moment[side].map((said) => (
          <li key={said.id}>
            {nameOf(view, said.by)}: {said.level === null ? t('terms.level.notStarted') : levelText(t, said.level)}
          </li>
        ))}
      </ul>
    </td>
  );
};
