import type { FieldType } from '../../../../core/document/schema.ts';
import { planSchema } from '../../../../core/plan/planSchema.ts';
import type { ErasableText } from '../../../components/erasing/types.ts';
import type { TimelineItem } from '../timeline/timelineItems.ts';
import type { PlanWords } from '../../../components/planRows/usePlanWords.ts';

/** What somebody wrote in free words in one item of the timeline. Choices and dates say nothing that has to go everywhere. */
export function erasableIn({ kind, change, entity, entries }: TimelineItem, { fieldWord, valueWords }: PlanWords): readonly ErasableText[] {
  if (kind === null || change === 'removed' || change === 'restored') return [];
  return entries.flatMap(({ field, value, values }) => {
    const type = (planSchema[kind].fields as Readonly<Record<string, FieldType>>)[field]?.type;
    const isNote = type === 'note';
    if (values.length === 0 || !(isNote || (type === 'text' && typeof value === 'string' && value !== ''))) return [];
    return [{ entity, field, isNote, values, word: fieldWord(kind, field) ?? '', text: isNote ? '' : valueWords(kind, field, value) }];
  });
}
