import { generatePath } from 'react-router';
import type { CaseId, EntityId } from '../../../core/shared/ids.ts';
import { paths } from '../../components/paths.ts';
import type { StepId } from './conferenceSteps.ts';

/** The address of a conference, or of one of its steps. */
export const conferencePath = (caseId: CaseId, conferenceId: EntityId, step?: StepId): string =>
  generatePath(paths.conference, { caseId, conferenceId, step: step ?? null });
