import type { PartView } from '../../../application/application.ts';
import { kindOf } from '../../../core/document/entityId.ts';
import { useEdited, useStore } from '../../components/applicationContext.tsx';
import type { ErasableText, ErasingPlace } from '../../components/erasing/types.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useMemberName } from './partWords.ts';

const words: Readonly<Record<string, MessageKey>> = {
  'part title': 'parts.name',
  'part purpose': 'parts.purpose',
  'part about': 'parts.person',
  'entry text': 'parts.entry.text',
  'entry on': 'parts.entry.on',
};

/** What can be erased of a part, and how it is spoken of. */
export function usePartErasing({ doc }: Pick<PartView, 'doc'>) {
  const t = useTexts();
  const edited = useEdited();
  const memberName = useMemberName();
  const { mayErase } = useStore(edited.erasing);
  const cellWord: ErasingPlace['cellWord'] = (entity, field) => {
    const word = words[`${kindOf(entity)} ${field}`];
    return word ? t(word) : null;
  };
  const place: ErasingPlace = { doc, mayErase, memberName, cellWord };
  /** What stands in these fields now; in an empty one there is nothing to point at. */
  const textsIn = (entity: ErasableText['entity'], fields: Readonly<Record<string, string>>): readonly ErasableText[] =>
    Object.entries(fields).flatMap(([field, text]) => {
      const values = text === '' ? [] : edited.basisOf(entity, field);
      return values.length === 0 ? [] : [{ entity, field, isNote: false, values, word: cellWord(entity, field) ?? '', text }];
    });
  return { place, textsIn };
}
