import { generatePath, useParams } from 'react-router';
import type { Action, Alarm } from '../../../core/plan/caseView.ts';
import { isOver } from '../../../core/plan/meetings.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Stack } from '../../components/Layout.tsx';
import { formatDayLong } from '../../components/formatDate.ts';
import { paths } from '../../components/paths.ts';
import { alarmText } from '../../components/planWords.ts';
import { useAsks } from '../../components/useAsks.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { listEditedAfterDeletion } from '../../components/planRows/entities.ts';

/** How loud, and what to press. */
const alarms: Readonly<Record<Alarm['type'], { readonly tone: 'alarm' | 'attention' | 'info'; readonly action: MessageKey }>> = {
  TwoCoordinators: { tone: 'alarm', action: 'case.alarm.chooseCoordinator' },
  NoCoordinator: { tone: 'alarm', action: 'case.alarm.chooseCoordinator' },
  ConferenceOpen: { tone: 'attention', action: 'case.alarm.continueConference' },
  RemarksOpen: { tone: 'attention', action: 'case.alarm.toRemarks' },
  PupilVoicesOpen: { tone: 'attention', action: 'case.alarm.toGoals' },
  CompanionsWaiting: { tone: 'attention', action: 'case.alarm.toCircle' },
  ChildrenNotHeard: { tone: 'attention', action: 'case.alarm.toHearing' },
  FamilyGoalsOpen: { tone: 'attention', action: 'case.alarm.toFamilyGoals' },
  FamilyGoalTwice: { tone: 'attention', action: 'case.alarm.toGoals' },
  FamilyDisagrees: { tone: 'attention', action: 'case.alarm.readAnswers' },
  ActionsBlocked: { tone: 'attention', action: 'case.alarm.toActions' },
  EvaluationDue: { tone: 'attention', action: 'case.alarm.openEvaluation' },
  NoEvaluationDate: { tone: 'attention', action: 'case.alarm.chooseDate' },
  ActionsOverdue: { tone: 'attention', action: 'case.alarm.toActions' },
  Conflicts: { tone: 'attention', action: 'case.alarm.toConflicts' },
  ScaleUpProposed: { tone: 'attention', action: 'case.alarm.toGoals' },
  ConferenceComing: { tone: 'info', action: 'case.alarm.openConference' },
  AnswersMissing: { tone: 'info', action: 'case.alarm.toAnswers' },
  NobodyWithAuthority: { tone: 'info', action: 'case.alarm.toAuthority' },
};

/** What is stuck comes first, each with the one action that helps. */
export const CaseAlarms = () => {
  const t = useTexts();
  const { nameOf, namesOf } = useNames();
  const { term } = useTerms();
  const asks = useAsks();
  const { caseId = '' } = useParams();
  const view = useCaseView();
  const removed = listEditedAfterDeletion(view);
  if (view.alarms.length + removed.length === 0) return null;

  const whereTo = (alarm: Alarm): string => {
    const to = (path: string, ids: Record<string, string | null> = {}) => generatePath(path, { caseId, ...ids });
    const held = view.conferences.findLast(({ state }) => state === 'held');
    const due = view.evaluations.find(({ state }) => state !== 'finished');
    const coming = alarm.type === 'ConferenceComing' ? view.conferences.find((one) => one.day === alarm.on && !isOver(one)) : undefined;
    switch (alarm.type) {
      case 'ConferenceOpen':
        return to(paths.conference, { conferenceId: alarm.conference, step: null });
      case 'ConferenceComing':
        return coming ? to(paths.conference, { conferenceId: coming.id, step: null }) : '#meetings';
      case 'EvaluationDue':
        return due ? to(paths.evaluation, { evaluationId: due.id, step: null }) : '#meetings';
      case 'ChildrenNotHeard': {
        const evaluation = view.evaluations.find(({ id }) => id === alarm.meeting);
        if (!evaluation) return to(paths.conference, { conferenceId: alarm.meeting, step: 'next' });
        return to(paths.evaluation, { evaluationId: alarm.meeting, step: evaluation.state === 'running' ? 'experience' : null });
      }
      case 'AnswersMissing':
        return held ? to(paths.conference, { conferenceId: held.id, step: 'agree' }) : '#meetings';
      case 'NobodyWithAuthority':
        return `${to(paths.family)}#authority`;
      case 'Conflicts':
        return to(paths.conflicts);
      case 'NoEvaluationDate':
        return '#meetings';
      case 'CompanionsWaiting':
        return `${to(paths.circle)}#companions`;
      case 'FamilyDisagrees':
        return '#answers';
      case 'ActionsOverdue':
      case 'ActionsBlocked':
        return '#actions';
      case 'RemarksOpen':
        return '#remarks';
      case 'FamilyGoalsOpen':
        return '#familyGoals';
      case 'FamilyGoalTwice':
      case 'PupilVoicesOpen':
      case 'ScaleUpProposed':
        return '#goals';
      case 'NoCoordinator':
      case 'TwoCoordinators':
        return '#roles';
    }
  };
  const heardWhere = ({ meeting, people }: Extract<Alarm, { type: 'ChildrenNotHeard' }>): string => {
    const day = [...view.conferences, ...view.evaluations].find(({ id }) => id === meeting)?.day;
    const kind = view.evaluations.some(({ id }) => id === meeting) ? 'evaluation' : 'conference';
    return t('case.alarm.notHeard', { names: namesOf(people), kind, day: day ? formatDayLong(day) : '' });
  };
  const whoSaysOf = ({ what, reports }: Action): string => `${nameOf(reports.at(-1)?.by ?? null)}: ${what}.`;
  const detailOf = (alarm: Alarm): string | null => {
    if (alarm.type === 'ChildrenNotHeard') return heardWhere(alarm);
    if (alarm.type === 'AnswersMissing') return namesOf(alarm.people);
    if (alarm.type === 'FamilyDisagrees')
      return view.answers
        .flatMap(({ by, reply }) => (by && reply && alarm.people.includes(by) ? [`${nameOf(by)}: ${term('answer', 'reply', reply)}.`] : []))
        .join(' ');
    if (alarm.type === 'ActionsBlocked')
      return view.actions
        .filter(({ id }) => alarm.actions.includes(id))
        .map(whoSaysOf)
        .join(' ');
    if (alarm.type === 'CompanionsWaiting')
      return view.companions.flatMap((companion) => (companion.state === 'waiting' ? `${asks(companion)}.` : [])).join(' ');
    if (alarm.type === 'NobodyWithAuthority') return t('case.alarm.authorityOf', { name: nameOf(alarm.child) });
    if (alarm.type === 'FamilyGoalTwice')
      return t('case.alarm.goalTwice', { goal: view.familyGoals.find(({ id }) => id === alarm.familyGoal)?.text ?? '' });
    if (alarm.type === 'ScaleUpProposed')
      return t('case.alarm.scaleUp', { goal: view.goals.find(({ id }) => id === alarm.goal)?.statement ?? '' });
    return null;
  };

  return (
    <Stack gap={2} as="ul">
      {view.alarms.map((alarm, index) => (
        <li key={`${alarm.type}${index}`}>
          <Banner
            tone={alarms[alarm.type].tone}
            title={alarmText(t, alarm)}
            actions={
              <LinkButton variant="plain" to={whereTo(alarm)}>
                {t(alarms[alarm.type].action)}
              </LinkButton>
            }
          >
            {detailOf(alarm)}
          </Banner>
        </li>
      ))}
      {removed.length > 0 && (
        <li>
          <Banner
            tone="attention"
            title={t('case.alarm.removedWhileWriting', { count: removed.length })}
            actions={
              <LinkButton variant="plain" to={generatePath(paths.conflicts, { caseId })}>
                {t('case.alarm.toConflicts')}
              </LinkButton>
            }
          />
        </li>
      )}
    </Stack>
  );
};
