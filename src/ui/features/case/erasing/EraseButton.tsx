import { useOpenCase, useStore } from '../../../components/applicationContext.tsx';
import { EraseButton as Button } from '../../../components/erasing/EraseButton.tsx';
import type { ErasableText } from '../../../components/erasing/types.ts';
import { planKindOf } from '../../../components/planRows/entities.ts';
import { usePlanWords } from '../../../components/planRows/usePlanWords.ts';

/** In the plan. */
export const EraseButton = ({ texts, about }: { readonly texts: readonly ErasableText[]; readonly about: string }) => {
  const { mayErase } = useStore(useOpenCase().erasing);
  const { memberName, fieldWord } = usePlanWords();
  const place = {
    doc: null,
    mayErase,
    memberName,
    cellWord: (entity: ErasableText['entity'], field: string) => {
      const kind = planKindOf(entity);
      return (kind && fieldWord(kind, field.split(':')[0] as string)) ?? null;
    },
  };
  return <Button texts={texts} about={about} place={place} />;
};
