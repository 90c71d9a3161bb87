import type { Action } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Facts, FullPart } from './FullPart.tsx';
import styles from './FullPlan.module.css';
import { useWords } from './useWords.ts';

/** Who does what, when, and how it went. Promises of professionals are shown like those of the family. */
export const FullActions = () => {
  const t = useTexts();
  const { actions } = useCaseView();
  return (
    <FullPart title={t('fullPrint.actions')}>
      {actions.length === 0 && <p>{t('fullPrint.actions.none')}</p>}
      <ul>
        {actions.map((action) => (
          <FullAction key={action.id} action={action} />
        ))}
      </ul>
    </FullPart>
  );
};

const FullAction = ({ action }: { readonly action: Action }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { nameOf } = useNames();
  const { doers, when, how } = useWords();
  const report = action.reports.at(-1);
  const went = report
    ? [
        report.status && [term('report', 'status', report.status), report.reason].filter(Boolean).join(': '),
        [report.by && t('fullPrint.actions.saidBy', { name: nameOf(report.by) }), report.by && how(report)].filter(Boolean).join(', '),
      ]
    : [t('terms.status.open')];
  return (
    <li className={styles['item']}>
      <h4>
        <bdi>{action.what}</bdi>
      </h4>
      <Facts
        facts={[
          [t('fullPrint.actions.who'), doers(action)],
          [
            t('fullPrint.actions.where'),
            [action.domain && term('action', 'domain', action.domain), action.where].filter(Boolean).join(', '),
          ],
          [t('fullPrint.actions.when'), when(action)],
          [t('fullPrint.actions.doneWhen'), action.doneWhen],
          [t('fullPrint.actions.went'), went.filter(Boolean).join('. ')],
        ]}
      />
    </li>
  );
};
