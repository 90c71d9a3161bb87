import type { Conference } from '../../../core/plan/caseView.ts';
import { planSchema } from '../../../core/plan/planSchema.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';

export const STEPS = planSchema.conference.fields.stepsDone.options;
export type StepId = (typeof STEPS)[number];
export type CaptureKind = 'strength' | 'concern' | 'goal' | 'action' | 'parked';

interface StepTable {
  readonly title: MessageKey;
  readonly intro: MessageKey;
  /** Share of the time, in minutes of a conference of fifty. */
  readonly minutes: number;
  /** What a note at this step most likely is. */
  readonly captures: CaptureKind;
  readonly questions: readonly MessageKey[];
}

/** The eight steps: what stands above them, how long, and the questions that help. */
export const stepTable: Readonly<Record<StepId, StepTable>> = {
  welcome: {
    title: 'conference.welcome.title',
    intro: 'conference.welcome.intro',
    minutes: 4,
    captures: 'parked',
    questions: ['conference.question.welcome1', 'conference.question.welcome2', 'conference.question.welcome3'],
  },
  why: {
    title: 'conference.why.title',
    intro: 'conference.why.intro',
    minutes: 7,
    captures: 'parked',
    questions: ['conference.question.why1', 'conference.question.why2', 'conference.question.why3', 'conference.question.why4'],
  },
  interpret: {
    title: 'conference.interpret.title',
    intro: 'conference.interpret.intro',
    minutes: 12,
    captures: 'strength',
    questions: [
      'conference.question.interpret1',
      'conference.question.interpret2',
      'conference.question.interpret3',
      'conference.question.interpret4',
    ],
  },
  decide: {
    title: 'conference.decide.title',
    intro: 'conference.decide.intro',
    minutes: 9,
    captures: 'goal',
    questions: ['conference.question.decide1', 'conference.question.decide2', 'conference.question.decide3', 'conference.question.decide4'],
  },
  act: {
    title: 'conference.act.title',
    intro: 'conference.act.intro',
    minutes: 8,
    captures: 'action',
    questions: ['conference.question.act1', 'conference.question.act2', 'conference.question.act3', 'conference.question.act4'],
  },
  roles: {
    title: 'conference.roles.title',
    intro: 'conference.roles.intro',
    minutes: 4,
    captures: 'parked',
    questions: ['conference.question.roles1', 'conference.question.roles2', 'conference.question.roles3'],
  },
  agree: {
    title: 'conference.agree.title',
    intro: 'conference.agree.intro',
    minutes: 4,
    captures: 'parked',
    questions: ['conference.question.agree1', 'conference.question.agree2'],
  },
  next: {
    title: 'conference.next.title',
    intro: 'conference.next.intro',
    minutes: 2,
    captures: 'parked',
    questions: ['conference.question.next1', 'conference.question.next2'],
  },
};

const WHOLE = Object.values(stepTable).reduce((sum, { minutes }) => sum + minutes, 0);
/** When nobody chose how long it may take. */
export const USUAL_MINUTES = WHOLE;

/** How long a step may take, in whole minutes, of a conference this long. */
export const budgetOf = (step: StepId, conferenceMinutes: number | null): number =>
  Math.max(1, Math.round((stepTable[step].minutes * (conferenceMinutes ?? USUAL_MINUTES)) / WHOLE));

export const isStep = (step: string | undefined): step is StepId => STEPS.some((known) => known === step);

/** Where an interrupted conference goes on: at the first step that nobody called done. */
export const stepToContinue = ({ stepsDone }: Pick<Conference, 'stepsDone'>): StepId =>
  STEPS.find((step) => !stepsDone.includes(step)) ?? 'next';
