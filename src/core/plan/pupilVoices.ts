import type { EntityView } from '../document/schema.ts';
import type { CaseView, Goal, Person, PupilVoice, PupilVoiceReply } from './caseView.ts';
import type { PlanSchema } from './planSchema.ts';
import { readVoices, writerOf } from './voices.ts';

/**
 * What children said of the goals in the plan, with what the team did with it. Only professionals can answer (permissions), so any answer ends the
 * waiting: also that of whoever wrote the child's words down.
 */
export function viewPupilVoices(
  said: readonly EntityView<PlanSchema['pupilVoice']>[],
  replies: readonly PupilVoiceReply[],
  goals: readonly Pick<Goal, 'id'>[],
  people: readonly Person[],
): CaseView['pupilVoices'] {
  const theirs = replies.map((reply) => ({ ...reply, by: writerOf(reply.author, people) ?? reply.by }));
  const byVoice = Map.groupBy(theirs, ({ pupilVoice }) => pupilVoice);
  const ofGoals = said.filter(({ goal }) => goals.some(({ id }) => id === goal));
  return readVoices(ofGoals, people).map((one): PupilVoice => {
    const answers = byVoice.get(one.id) ?? [];
    return { ...one, replies: answers, isOpen: answers.length === 0 };
  });
}
