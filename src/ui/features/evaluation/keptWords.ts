import type { KeptCount } from '../../../core/evaluation/keptPromises.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';

export const SAID = ['yes', 'partly', 'no', 'unsaid'] as const satisfies readonly (keyof KeptCount)[];

export function useKeptWords(): (said: (typeof SAID)[number]) => string {
  const t = useTexts();
  const { term } = useTerms();
  return (said) => (said === 'unsaid' ? t('evaluation.kept.unsaid') : term('kept', 'kept', said));
}
