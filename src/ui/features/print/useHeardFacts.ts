import { hearingsAt } from '../../../core/plan/hearings.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { useHeardWords } from '../../components/heard/useHeardWords.ts';
import { spokesmanOf } from '../../components/people.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useDays } from './useDays.ts';

type Fact = readonly [word: string, said: string];

/** How each child was heard at a meeting and what was done with that; where the law asks it and nothing stands there, that too. */
export function useHeardFacts(): (meeting: EntityId) => readonly Fact[] {
  const t = useTexts();
  const view = useCaseView();
  const { day } = useDays();
  const { nameOf } = useNames();
  const { term } = useTerms();
  const { howSaid } = useHeardWords();
  return (meeting) =>
    hearingsAt(view, meeting).flatMap(({ child, outcome, own, record, answers, isOpen }): readonly Fact[] => {
      const name = nameOf(child);
      if (outcome === null) return isOpen ? [[t('fullPrint.heard', { name }), t('fullPrint.heard.open')]] : [];
      const said = own.map((one) =>
        [one.mood && term('preparation', 'mood', one.mood), ...one.words.map((text) => `“${text}”`), howSaid(one)]
          .filter(Boolean)
          .join(', '),
      );
      const { how = '', on = null } = record ?? {};
      const written = record && [
        how,
        record.outcome === 'couldNot' && t('fullPrint.heard.spoke', { name: spokesmanOf(view, record) }),
        t('fullPrint.heard.recorded', { name: nameOf(record.by), day: on === null ? '' : day(on) }),
      ];
      return [
        [t('fullPrint.heard', { name }), sentences(term('hearing', 'outcome', outcome), ...said, ...(written ?? []))],
        [t('fullPrint.heard.answer', { name }), sentences(...answers.map(({ by, text }) => `${nameOf(by)}: ${text}`))],
      ];
    });
}

/** One after another, each with its own end. */
const sentences = (...parts: readonly (string | false)[]): string =>
  parts
    .filter((part) => part !== false && part !== '')
    .map((part) => (/[.!?]”?$/.test(String(part)) ? part : `${String(part)}.`))
    .join(' ');
