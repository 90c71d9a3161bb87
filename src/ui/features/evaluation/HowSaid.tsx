import type { Via } from '../../../core/plan/planCommand.ts';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** For words that were written down for someone else: were they spoken, or on paper? */
export const HowSaid = ({ via, onChange }: { readonly via: Via | null; readonly onChange: (via: Via) => void }) => {
  const t = useTexts();
  const { options } = useTerms();
  return (
    <ChoiceField
      label={t('evaluation.how')}
      options={options('attainment', 'via').filter(({ value }) => value !== 'own')}
      value={via}
      onChange={(chosen) => chosen && onChange(chosen)}
    />
  );
};
