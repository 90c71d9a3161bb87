import type { Regime } from '../../../core/consent/consentRules.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { useConsentWords } from './useConsentWords.ts';

interface RegimeFieldProps {
  readonly regimes?: readonly Regime[];
  readonly value: Regime | null;
  readonly onChange: (regime: Regime | null) => void;
}

const all: readonly Regime[] = ['school', 'youthCare', 'medical'];

/** Whose file the data are in: each has its own law. */
export const RegimeField = ({ regimes = all, value, onChange }: RegimeFieldProps) => {
  const t = useConsentWords();
  return (
    <ChoiceField<Regime>
      label={t('consent.regime')}
      appearance="select"
      options={regimes.map((regime) => ({ value: regime, label: t(`consent.regime.${regime}`) }))}
      value={value}
      onChange={onChange}
    />
  );
};
