import { generatePath } from 'react-router';
import type { Evaluation } from '../../../core/plan/caseView.ts';
import { planSchema } from '../../../core/plan/planSchema.ts';
import type { CaseId, EntityId } from '../../../core/shared/ids.ts';
import { paths } from '../../components/paths.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';

export const STEPS = planSchema.evaluation.fields.stepsDone.options;
export type StepId = (typeof STEPS)[number];

export const stepTable = {
  achieved: { title: 'evaluation.achieved.title', intro: 'evaluation.achieved.intro' },
  goals: { title: 'evaluation.goals.title', intro: 'evaluation.goals.intro' },
  actions: { title: 'evaluation.actions.title', intro: 'evaluation.actions.intro' },
  experience: { title: 'evaluation.experience.title', intro: 'evaluation.experience.intro' },
  decision: { title: 'evaluation.decision.title', intro: 'evaluation.decision.intro' },
} as const satisfies Record<StepId, { readonly title: MessageKey; readonly intro: MessageKey }>;

export const isStep = (step: string | undefined): step is StepId => STEPS.some((known) => known === step);

/** Where an interrupted evaluation goes on: at the first step that nobody called done. */
export const stepToContinue = ({ stepsDone }: Pick<Evaluation, 'stepsDone'>): StepId =>
  STEPS.find((step) => !stepsDone.includes(step)) ?? 'decision';

export const evaluationPath = (caseId: CaseId, evaluation: EntityId, step: StepId | null): string =>
  generatePath(paths.evaluation, { caseId, evaluationId: evaluation, step });
