import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Action } from '../../../core/plan/caseView.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Chip } from '../../components/Chip.tsx';
import { EmptyCell } from '../../components/EmptyCell.tsx';
import { ErasedNote } from '../../components/ErasedNote.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { Row } from '../../components/Layout.tsx';
import { useChange } from '../../components/useChange.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { ActionDialog } from './ActionDialog.tsx';
import styles from './case.module.css';
import { TwoAnswers } from './conflicts/TwoAnswers.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { Section } from './Section.tsx';

/** Who does what and when, and whether it was done. What is late stands first; promises of professionals count the same. */
export const ActionsSection = () => {
  const t = useTexts();
  const { actions } = useCaseView();
  const [isAdding, setIsAdding] = useState(false);
  const [reporting, setReporting] = useState<EntityId | null>(null);
  const lateFirst = actions.toSorted((a, b) => b.overdueDays - a.overdueDays || Number(a.status === 'done') - Number(b.status === 'done'));
  return (
    <Section
      id="actions"
      title={t('case.page.actions')}
      actions={
        <Button variant="quiet" icon={Plus} onPress={() => setIsAdding(true)}>
          {t('case.actions.add')}
        </Button>
      }
    >
      {actions.length === 0 ? (
        <EmptyCell onPress={() => setIsAdding(true)}>{t('case.actions.empty')}</EmptyCell>
      ) : (
        <ul className={styles['list']}>
          {lateFirst.map((action) => (
            <ActionItem key={action.id} action={action} onReport={() => setReporting(action.id)} />
          ))}
        </ul>
      )}
      {isAdding && <ActionDialog goal={null} domain={null} onClose={() => setIsAdding(false)} />}
      {reporting && <ReportDialog action={reporting} onClose={() => setReporting(null)} />}
    </Section>
  );
};

const ActionItem = ({ action, onReport }: { readonly action: Action; readonly onReport: () => void }) => {
  const t = useTexts();
  const { namesOf, nameOf } = useNames();
  const { run } = useChange();
  const last = action.reports.at(-1);
  return (
    <li>
      <Row justify="between" align="start">
        <h3>{action.what}</h3>
        <ActionStatus action={action} />
      </Row>
      <TwoAnswers entity={action} />
      <ErasedNote entity={action.id} field="what" value={action.what} />
      <p className={styles['detail']}>
        {[
          namesOf(action.who) || t('case.actions.nobody'),
          action.where,
          action.startsOn && t('case.actions.from', { day: formatDay(action.startsOn) }),
          action.dueNow && t('case.actions.before', { day: formatDay(action.dueNow) }),
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      {action.doneWhen && <p className={styles['detail']}>{t('case.actions.doneWhenIs', { text: action.doneWhen })}</p>}
      {last?.reason && <p>{t('case.actions.reason', { name: nameOf(last.by), text: last.reason })}</p>}
      <Row gap={2}>
        <Button variant="plain" onPress={onReport} aria-label={t('case.actions.reportThis', { what: action.what })}>
          {t('case.actions.report')}
        </Button>
        <Button
          variant="plain"
          onPress={() => void run({ type: 'remove', entity: action.id })}
          aria-label={t('case.actions.removeThis', { what: action.what })}
        >
          {t('case.actions.remove')}
        </Button>
      </Row>
    </li>
  );
};

const ActionStatus = ({ action }: { readonly action: Action }) => {
  const t = useTexts();
  const { term } = useTerms();
  if (action.overdueDays > 0) return <Chip tone="attention">{t('case.actions.late', { days: action.overdueDays })}</Chip>;
  if (action.status === 'open') return <Chip tone="plain">{t('terms.status.open')}</Chip>;
  return <Chip tone={action.status === 'done' ? 'done' : 'primary'}>{term('report', 'status', action.status)}</Chip>;
};
