import type { FieldType } from '../../../../core/document/schema.ts';
import { planSchema } from '../../../../core/plan/planSchema.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useCaseView, useOpenCase } from '../../../components/applicationContext.tsx';
import type { ErasableText } from '../../../components/erasing/types.ts';
import { findEntity, planKindOf } from '../../../components/planRows/entities.ts';
import { usePlanWords } from '../../../components/planRows/usePlanWords.ts';

/** What stands now in free words in one row of the plan; nothing in one that is gone. */
export function useStandingTexts(): (entity: EntityId) => readonly ErasableText[] {
  const view = useCaseView();
  const { basisOf } = useOpenCase();
  const { fieldWord } = usePlanWords();
  return (id) => {
    const kind = planKindOf(id);
    const row = findEntity(view, id) as Readonly<Record<string, unknown>> | undefined;
    if (!kind || !row) return [];
    return Object.entries<FieldType>(planSchema[kind].fields).flatMap(([field, { type }]) => {
      const [text, word] = [row[field], fieldWord(kind, field)];
      if (type !== 'text' || typeof text !== 'string' || text === '' || !word) return [];
      const values = basisOf(id, field);
      return values.length === 0 ? [] : [{ entity: id, field, isNote: false, values, word, text }];
    });
  };
}
