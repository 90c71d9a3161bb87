import { useId } from 'react';
import { generatePath } from 'react-router';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Chip } from '../../components/Chip.tsx';
import { formatDay, formatTime } from '../../components/formatDate.ts';
import { Row } from '../../components/Layout.tsx';
import { paths } from '../../components/paths.ts';
import { alarmText } from '../../components/planWords.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { type Translate, useTexts } from '../../i18n/useTexts.ts';
import { circleStopWords } from './circleStopWords.ts';
import { isStuck, type PlanStop, type Stop, type StuckCase } from './stuckFirst.ts';

/** What to say about each stop, and the one action that helps. */
const words: { readonly [T in PlanStop['type']]: { readonly explain: MessageKey; readonly action: MessageKey } } = {
  TwoCoordinators: { explain: 'cases.stuck.TwoCoordinators.explain', action: 'cases.stuck.TwoCoordinators.action' },
  NoCoordinator: { explain: 'cases.stuck.NoCoordinator.explain', action: 'cases.stuck.NoCoordinator.action' },
  ConferenceOpen: { explain: 'cases.stuck.ConferenceOpen.explain', action: 'cases.stuck.ConferenceOpen.action' },
  RemarksOpen: { explain: 'cases.stuck.RemarksOpen.explain', action: 'cases.stuck.RemarksOpen.action' },
  PupilVoicesOpen: { explain: 'cases.stuck.PupilVoicesOpen.explain', action: 'cases.stuck.PupilVoicesOpen.action' },
  CompanionsWaiting: { explain: 'cases.stuck.CompanionsWaiting.explain', action: 'cases.stuck.CompanionsWaiting.action' },
  ChildrenNotHeard: { explain: 'cases.stuck.ChildrenNotHeard.explain', action: 'cases.stuck.ChildrenNotHeard.action' },
  FamilyGoalsOpen: { explain: 'cases.stuck.FamilyGoalsOpen.explain', action: 'cases.stuck.FamilyGoalsOpen.action' },
  FamilyGoalTwice: { explain: 'cases.stuck.FamilyGoalTwice.explain', action: 'cases.stuck.FamilyGoalTwice.action' },
  FamilyDisagrees: { explain: 'cases.stuck.FamilyDisagrees.explain', action: 'cases.stuck.FamilyDisagrees.action' },
  ActionsBlocked: { explain: 'cases.stuck.ActionsBlocked.explain', action: 'cases.stuck.ActionsBlocked.action' },
  EvaluationDue: { explain: 'cases.stuck.EvaluationDue.explain', action: 'cases.stuck.EvaluationDue.action' },
  NoEvaluationDate: { explain: 'cases.stuck.NoEvaluationDate.explain', action: 'cases.stuck.NoEvaluationDate.action' },
  ActionsOverdue: { explain: 'cases.stuck.ActionsOverdue.explain', action: 'cases.stuck.ActionsOverdue.action' },
  RetentionOver: { explain: 'cases.stuck.RetentionOver.explain', action: 'cases.stuck.RetentionOver.action' },
  ConferenceComing: { explain: 'cases.stuck.ConferenceComing.explain', action: 'cases.stuck.ConferenceComing.action' },
};

const GRAVE: readonly Stop['type'][] = ['TwoCoordinators', 'NoCoordinator', 'Ending', 'EndPast'];

/** One case that asks for something, with the one action that helps. */
export const StuckCard = ({ summary, alarm }: StuckCase) => {
  const t = useTexts();
  const titleId = useId();
  const { explain, action } =
    'name' in alarm ? { explain: circleStopWords[alarm.type].explain, action: 'cases.circle.open' as const } : words[alarm.type];
  const tone = isStuck(alarm) ? (GRAVE.includes(alarm.type) ? 'alarm' : 'attention') : undefined;
  return (
    <Card as="li" {...(tone ? { tone } : {})} labelledBy={titleId}>
      <Row justify="between" align="start">
        <h2 id={titleId}>{t('cases.family', { name: summary.name })}</h2>
        <Chip tone={tone ?? 'primary'}>{shortText(t, alarm)}</Chip>
      </Row>
      <p>{t(explain, explainValues(alarm, summary.preferredCoordinator ?? ''))}</p>
      <Row>
        <LinkButton to={whereTo(alarm, summary)}>{t(action)}</LinkButton>
        <LinkButton variant="plain" to={generatePath(paths.case, { caseId: summary.caseId })}>
          {t('cases.open')}
        </LinkButton>
      </Row>
    </Card>
  );
};

function shortText(t: Translate, alarm: Stop): string {
  if (alarm.type === 'RetentionOver') return t('cases.stuck.RetentionOver.short');
  return 'name' in alarm ? t(circleStopWords[alarm.type].short) : alarmText(t, alarm);
}

const explainValues = (alarm: Stop, preferred: string): Record<string, string | number> => ({
  count: 'count' in alarm ? alarm.count : 0,
  days: 'days' in alarm ? Math.abs(alarm.days) : 0,
  goals: 'goals' in alarm ? alarm.goals : 0,
  name: ('name' in alarm && alarm.name) || 'none',
  day: 'on' in alarm && alarm.on ? formatDay(alarm.on) : '',
  at: 'at' in alarm && alarm.at ? formatTime(alarm.at) : '',
  preferred: preferred || 'none',
});

function whereTo(alarm: Stop, { caseId, conferences, evaluations }: StuckCase['summary']): string {
  const page = generatePath(paths.case, { caseId });
  if ('name' in alarm) return generatePath(paths.circle, { caseId });
  switch (alarm.type) {
    case 'ConferenceOpen':
      return generatePath(paths.conference, { caseId, conferenceId: alarm.conference, step: null });
    case 'ConferenceComing': {
      const coming = conferences.find(({ day }) => day === alarm.on);
      return coming ? generatePath(paths.conference, { caseId, conferenceId: coming.id, step: null }) : page;
    }
    case 'EvaluationDue': {
      const due = evaluations.find(({ state }) => state !== 'finished');
      return due ? generatePath(paths.evaluation, { caseId, evaluationId: due.id, step: null }) : page;
    }
    case 'FamilyDisagrees':
      return `${page}#answers`;
    case 'ActionsOverdue':
    case 'ActionsBlocked':
      return `${page}#actions`;
    case 'RemarksOpen':
      return `${page}#remarks`;
    case 'PupilVoicesOpen':
    case 'FamilyGoalTwice':
      return `${page}#goals`;
    case 'FamilyGoalsOpen':
      return `${page}#familyGoals`;
    case 'CompanionsWaiting':
      return `${generatePath(paths.circle, { caseId })}#companions`;
    // The case says of which meeting, and leads there.
    case 'ChildrenNotHeard':
      return page;
    case 'RetentionOver':
      return generatePath(paths.destroy, { caseId });
    case 'NoEvaluationDate':
      return `${page}#meetings`;
    case 'NoCoordinator':
    case 'TwoCoordinators':
      return `${page}#roles`;
  }
}
