import type { Evaluation } from '../../../../core/plan/caseView.ts';
import { addDays } from '../../../../core/shared/civilDate.ts';
import { Card } from '../../../components/Card.tsx';
import { AutosaveDate, AutosaveTime } from '../../../components/fields/AutosaveDate.tsx';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Evaluation.module.css';

/** When everyone looks again. */
export const NextEvaluation = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const today = useToday();
  return (
    <Card as="section" labelledBy="next">
      <h2 id="next">{t('evaluation.next.title')}</h2>
      <div className={styles['pair']}>
        <AutosaveDate
          label={t('evaluation.next.day')}
          hint={t('evaluation.next.dayHint')}
          entity={evaluation.id}
          field="nextEvaluation"
          value={evaluation.nextEvaluation}
          min={addDays(today, 1)}
        />
        <AutosaveTime
          label={t('evaluation.next.time')}
          hint={t('evaluation.next.timeHint')}
          entity={evaluation.id}
          field="nextEvaluationAt"
          value={evaluation.nextEvaluationAt}
        />
      </div>
    </Card>
  );
};
