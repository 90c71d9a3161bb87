import { countKept } from '../../../core/evaluation/keptPromises.ts';
import type { Evaluation } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './Chart.module.css';
import { KeptChart } from './KeptChart.tsx';
import { SAID, useKeptWords } from './keptWords.ts';

/** Promises kept and not kept, by whose they were: a picture, and the same in a table. */
export const KeptOverview = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const words = useKeptWords();
  const counts = countKept(useCaseView(), evaluation);
  const columns = SAID.filter((said) => said !== 'unsaid' || counts.some(({ unsaid }) => unsaid > 0));
  return (
    <div className={styles['both']}>
      <KeptChart counts={counts} />
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <caption>{t('evaluation.kept.tableTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('evaluation.kept.whose')}</th>
              {columns.map((said) => (
                <th key={said} scope="col">
                  {words(said)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map((count) => (
              <tr key={count.doers}>
                <th scope="row">{t(`evaluation.doers.${count.doers}`)}</th>
                {columns.map((said) => (
                  <td key={said}>{count[said]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};
