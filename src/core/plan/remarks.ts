import type { EntityView } from '../document/schema.ts';
import type { CaseView, Person, Remark, RemarkReply } from './caseView.ts';
import type { PlanSchema } from './planSchema.ts';
import { addMonths, type CivilDate } from '../shared/civilDate.ts';
import { dayOf } from '../shared/dayOf.ts';
import { writerOf } from './voices.ts';

/** Within a month of when it was asked: AVG art. 12 lid 3. */
export const answerRequestBefore = (askedAt: number): CivilDate => addMonths(dayOf(askedAt), 1);

/**
 * What was asked, with what was answered. Who says it is whoever's device wrote it; the name that stands in it counts only when that
 * member is in the plan no more.
 */
export function viewRemarks(
  remarks: readonly EntityView<PlanSchema['remark']>[],
  replies: readonly RemarkReply[],
  people: readonly Person[],
): CaseView['remarks'] {
  const theirs = <T extends Pick<RemarkReply, 'by' | 'author'>>(said: T): T => ({ ...said, by: writerOf(said.author, people) ?? said.by });
  const byRemark = Map.groupBy(replies.map(theirs), ({ remark }) => remark);
  return remarks.map(theirs).map((remark): Remark => {
    const answers = byRemark.get(remark.id) ?? [];
    // A request ends with an outcome; that somebody looks into it does not end it.
    const ends = ({ author, outcome }: RemarkReply) => author !== remark.author && (remark.asks === null || outcome !== null);
    return { ...remark, replies: answers, isOpen: !answers.some(ends) };
  });
}
