import type { OwnWords } from '../../../core/plan/ownWords.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useNames } from '../useNames.ts';
import { useTerms } from '../useTerms.ts';

/** How a child said something, in words that screens and papers share. */
export function useHeardWords() {
  const t = useTexts();
  const { nameOf } = useNames();
  const { term } = useTerms();
  return {
    /** "Voorbereiding: op papier. Opgeschreven door Anouk" */
    howSaid: ({ from, via, recordedBy }: OwnWords): string => {
      const how = term('pupilVoice', 'via', via ?? 'spoken');
      const what = t(`terms.hearing.from.${from}`);
      return recordedBy === null
        ? t('terms.hearing.said', { what, how })
        : t('terms.hearing.saidTo', { what, how, recorder: nameOf(recordedBy) });
    },
  };
}
