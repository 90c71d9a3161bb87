import { useId } from 'react';
import { keptOf } from '../../../../core/evaluation/keptPromises.ts';
import type { Action, Evaluation } from '../../../../core/plan/caseView.ts';
import { useCaseView, useOpenCase } from '../../../components/applicationContext.tsx';
import { Card } from '../../../components/Card.tsx';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { formatDay } from '../../../components/formatDate.ts';
import { nameOf, namesOf } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { CellConflicts } from '../CellConflicts.tsx';
import styles from '../Evaluation.module.css';
import { SaidText } from '../SaidText.tsx';

/** One promise: whose, what the doer said of it, and what the table says now. */
export const KeptCard = ({ evaluation, action }: { readonly evaluation: Evaluation; readonly action: Action }) => {
  const t = useTexts();
  const { term, options } = useTerms();
  const id = useId();
  const view = useCaseView();
  const openCase = useOpenCase();
  const { run, errorText } = useChange();
  const said = keptOf(view, evaluation, action.id);
  const report = action.reports.at(-1);
  const about = { type: 'setKept', evaluation: evaluation.id, action: action.id } as const;
  const choices = options('kept', 'kept');
  const asksWhy = said?.kept === 'no' || said?.kept === 'partly';

  return (
    <Card as="article" labelledBy={id}>
      <div>
        <h3 id={id} translate="no">
          {action.what}
        </h3>
        <p className={styles['soft']} translate="no">
          {[namesOf(view, action.who), action.dueNow && t('evaluation.actions.due', { day: formatDay(action.dueNow) })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {report?.status && (
          <p className={styles['soft']} translate="no">
            {t('evaluation.actions.reported', {
              name: nameOf(view, report.by) || t('shell.conflict.someone'),
              status: term('report', 'status', report.status).toLowerCase(),
            })}
            {report.reason && ` “${report.reason}”`}
          </p>
        )}
      </div>
      <ChoiceField
        label={t('evaluation.actions.kept', { what: action.what })}
        hideLabel
        options={choices}
        value={said?.kept ?? null}
        onChange={(kept) => kept && void run({ ...about, kept })}
        error={errorText}
      />
      {asksWhy && (
        <SaidText
          key={action.id}
          label={t('evaluation.actions.reason')}
          hint={said.reason === '' ? t('evaluation.actions.reasonHint') : undefined}
          value={said.reason}
          save={(reason) => openCase.change({ ...about, reason })}
        />
      )}
      <CellConflicts entity={said?.id} fields={{ kept: choices, reason: [] }} />
    </Card>
  );
};
