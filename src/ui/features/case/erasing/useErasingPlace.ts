import { useOpenCase, useStore } from '../../../components/applicationContext.tsx';
import type { ErasingPlace } from '../../../components/erasing/types.ts';
import { planKindOf } from '../../../components/planRows/entities.ts';
import { usePlanWords } from '../../../components/planRows/usePlanWords.ts';

/** The plan, as where a text is erased. */
export function useErasingPlace(): ErasingPlace {
  const { mayErase } = useStore(useOpenCase().erasing);
  const { memberName, fieldWord } = usePlanWords();
  return {
    doc: null,
    mayErase,
    memberName,
    cellWord: (entity, field) => {
      const kind = planKindOf(entity);
      return (kind && fieldWord(kind, field.split(':')[0] as string)) ?? null;
    },
  };
}
