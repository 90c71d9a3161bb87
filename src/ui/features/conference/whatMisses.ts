import type { CaseView, Conference } from '../../../core/plan/caseView.ts';
import { isBeside } from '../../../core/plan/companions.ts';
import { isRunning } from '../../../core/plan/coordinator.ts';
import { hearingsAt } from '../../../core/plan/hearings.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import type { StepId } from './conferenceSteps.ts';

export interface Missing {
  readonly text: MessageKey;
  readonly step: StepId;
  /** The conference cannot end without it. */
  readonly isNeeded: boolean;
}

type Check = Missing & { readonly isMissing: (view: CaseView, conference: Conference) => boolean };

/** What the check before the end shows: what is needed first, the rest is the table's own choice. */
export const findMissing = (view: CaseView, conference: Conference): readonly Missing[] =>
  checks.filter(({ isMissing }) => isMissing(view, conference)).map(({ text, step, isNeeded }) => ({ text, step, isNeeded }));

export const isFamilyHere = (view: CaseView, { present, callsIn }: Conference): boolean =>
  [...view.children, ...view.caregivers].some(({ id }) => present.includes(id) || callsIn.includes(id));

const active = (view: CaseView) => view.goals.filter(({ state }) => state !== 'dropped' && state !== 'reached');
const here = ({ present, callsIn }: Conference) => [...present, ...callsIn];

const checks: readonly Check[] = [
  {
    text: 'conference.misses.evaluationDate',
    step: 'next',
    isNeeded: true,
    isMissing: (_, { nextEvaluation }) => nextEvaluation === null,
  },
  {
    text: 'conference.misses.evaluationDateTooEarly',
    step: 'next',
    isNeeded: true,
    isMissing: (_, { nextEvaluation, day }) => nextEvaluation !== null && day !== null && nextEvaluation <= day,
  },
  {
    text: 'conference.misses.familyAbsentReason',
    step: 'welcome',
    isNeeded: true,
    isMissing: (view, conference) => !isFamilyHere(view, conference) && conference.familyAbsentReason.trim() === '',
  },
  {
    text: 'conference.misses.goals',
    step: 'decide',
    isNeeded: false,
    isMissing: (view) => active(view).length === 0,
  },
  {
    text: 'conference.misses.levels',
    step: 'decide',
    isNeeded: false,
    isMissing: (view) => active(view).some(({ levelMinus2, level0 }) => levelMinus2 === '' || level0 === ''),
  },
  {
    text: 'conference.misses.goalWithoutAction',
    step: 'act',
    isNeeded: false,
    isMissing: (view) => active(view).some(({ id }) => !view.actions.some(({ goals }) => goals.includes(id))),
  },
  {
    text: 'conference.misses.actionWithoutDoer',
    step: 'act',
    isNeeded: false,
    isMissing: (view) => view.actions.some(({ who }) => who.length === 0),
  },
  {
    text: 'conference.misses.coordinator',
    step: 'roles',
    isNeeded: false,
    isMissing: (view) => !view.coordinatorTurns.some(isRunning),
  },
  {
    text: 'conference.misses.cover',
    step: 'roles',
    isNeeded: false,
    isMissing: (view) => view.coordinator !== null && view.coordinator.cover === null,
  },
  {
    text: 'conference.misses.answers',
    step: 'agree',
    isNeeded: false,
    isMissing: (view, conference) =>
      here(conference).some((id) => !isBeside(view, id) && !view.answers.some(({ by, current }) => by === id && current)),
  },
  {
    text: 'conference.misses.hearing',
    step: 'next',
    isNeeded: false,
    isMissing: (view, { id }) => hearingsAt(view, id).some(({ isOpen }) => isOpen),
  },
  {
    text: 'conference.misses.mustSay',
    step: 'why',
    isNeeded: false,
    isMissing: (view) => view.points.some(({ kind, handled }) => kind === 'mustSay' && !handled),
  },
  {
    text: 'conference.misses.parked',
    step: 'next',
    isNeeded: false,
    isMissing: (view, { id }) => view.points.some(({ kind, handled, conference }) => kind === 'parked' && !handled && conference === id),
  },
];
