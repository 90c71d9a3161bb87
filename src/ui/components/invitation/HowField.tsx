import type { InvitationHow } from '../../../application/application.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';

interface HowFieldProps {
  readonly value: InvitationHow | null;
  readonly onChange: (how: InvitationHow) => void;
  readonly error?: string | null;
}

const options = ['inPerson', 'atDistance'] as const satisfies readonly InvitationHow[];

/** How somebody comes in: beside each other by a code, or by a link and a phone call. */
export const HowField = ({ value, onChange, error }: HowFieldProps) => {
  const t = useTexts();
  return (
    <ChoiceField<InvitationHow>
      label={t('circle.invite.how')}
      options={options.map((how) => ({ value: how, label: t(`circle.invite.how.${how}`), detail: t(`circle.invite.how.${how}.means`) }))}
      value={value}
      onChange={(how) => how && onChange(how)}
      error={error}
      isRequired
    />
  );
};
