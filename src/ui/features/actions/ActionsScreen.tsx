import { generatePath } from 'react-router';
import type { CaseSummary } from '../../../application/application.ts';
import { type CivilDate, daysBetween } from '../../../core/shared/civilDate.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Chip } from '../../components/Chip.tsx';
import { ConflictMark } from '../../components/ConflictMark.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { listMyActions, type MyAction } from './myActions.ts';

/** Mijn acties: what I promised over all cases, overdue first. */
export const ActionsScreen = () => {
  const t = useTexts();
  const { cases } = useStore(useApplication().caseload);
  const { open, finished } = listMyActions(cases);
  return (
    <Stack gap={5}>
      <PageHeading title={t('cases.actions.title')} intro={t('cases.actions.intro')} />
      {open.length === 0 ? (
        <Card>
          <h2>{t('cases.actions.none')}</h2>
          <p>{t('cases.actions.noneExplain')}</p>
        </Card>
      ) : (
        <ActionList title={t('cases.actions.open')} actions={open} />
      )}
      {finished.length > 0 && <ActionList title={t('cases.actions.finished')} actions={finished} />}
    </Stack>
  );
};

const ActionList = ({ title, actions }: { readonly title: string; readonly actions: readonly MyAction[] }) => (
  <Stack gap={3}>
    <h2>{title}</h2>
    <Stack gap={3} as="ul">
      {actions.map((action) => (
        <ActionCard key={action.id} action={action} />
      ))}
    </Stack>
  </Stack>
);

const ActionCard = ({ action }: { readonly action: MyAction }) => {
  const t = useTexts();
  const today = useToday();
  const { what, due, status, summary, conflicts } = action;
  return (
    <Card as="li">
      <Row justify="between" align="start">
        <h3>{what}</h3>
        <StatusChip status={status} due={due} today={today} />
      </Row>
      <p>
        {t('cases.family', { name: summary.name })}, {due ? t('cases.actions.due', { day: formatDay(due) }) : t('cases.actions.noDate')}
      </p>
      {conflicts > 0 && <ConflictMark to={generatePath(paths.conflicts, { caseId: summary.caseId })} about={what} />}
      <div>
        <LinkButton variant={status === 'done' ? 'plain' : 'quiet'} to={`${generatePath(paths.case, { caseId: summary.caseId })}#actions`}>
          {t(status === 'done' ? 'cases.actions.see' : 'cases.actions.go')}
        </LinkButton>
      </div>
    </Card>
  );
};

const StatusChip = ({
  status,
  due,
  today,
}: {
  readonly status: CaseSummary['myActions'][number]['status'];
  readonly due: CivilDate | null;
  readonly today: CivilDate;
}) => {
  const t = useTexts();
  const { term } = useTerms();
  const late = due && status !== 'done' ? daysBetween(due, today) : 0;
  if (late > 0) return <Chip tone="attention">{t('cases.actions.late', { days: late })}</Chip>;
  return (
    <Chip tone={status === 'done' ? 'done' : 'plain'}>{status === 'open' ? t('terms.status.open') : term('report', 'status', status)}</Chip>
  );
};
