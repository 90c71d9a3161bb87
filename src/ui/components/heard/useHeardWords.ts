import type { OwnWords } from '../../../core/plan/ownWords.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useNames } from '../useNames.ts';
import { useTerms } from '../useTerms.ts';

/** How a child said something, in words that the screens and the papers of professionals share; the family's are in six languages. */
export function useHeardWords() {
  const t = useTexts();
  const { nameOf } = useNames();
  const { term } = useTerms();
  return {
    /** "Voorbereiding: op papier. Opgeschreven door Anouk" */
    howSaid: ({ from, via, recordedBy }: OwnWords): string => {
      const how = term('pupilVoice', 'via', via ?? 'spoken');
      const what = t(`heard.hearing.from.${from}`);
      return recordedBy === null
        ? t('heard.hearing.said', { what, how })
        : t('heard.hearing.saidTo', { what, how, recorder: nameOf(recordedBy) });
    },
  };
}
