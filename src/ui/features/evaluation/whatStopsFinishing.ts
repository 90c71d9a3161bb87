import type { Evaluation } from '../../../core/plan/caseView.ts';
import type { CivilDate } from '../../../core/shared/civilDate.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';

/** Everything that is missing at once, in sentences; the decider itself names only the first. */
export function whatStopsFinishing(evaluation: Evaluation, today: CivilDate): readonly MessageKey[] {
  const { decision, decisionReason, nextEvaluation: next, day } = evaluation;
  const isEarly = next !== null && (next <= today || (day !== null && next <= day));
  const stops: readonly (MessageKey | false)[] = [
    decision === null && 'errors.DecisionMissing',
    decisionReason.trim() === '' && 'evaluation.finish.reasonMissing',
    decision !== 'close' && next === null && 'evaluation.finish.dateMissing',
    decision !== 'close' && isEarly && 'evaluation.finish.dateNotLater',
  ];
  return stops.filter((stop) => stop !== false);
}
