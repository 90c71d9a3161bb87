import type { RosterRole } from '../../../core/circle/rosterEntry.ts';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { givenRoles } from './roles.ts';

interface RoleFieldProps {
  readonly value: RosterRole | null;
  readonly onChange: (role: RosterRole) => void;
  readonly error?: string | null;
  /** Only somebody of the own organisation can watch over a case. */
  readonly withAuditor?: boolean;
}

/** Which role, with one line of what it means. */
export const RoleField = ({ value, onChange, error, withAuditor = false }: RoleFieldProps) => {
  const t = useTexts();
  const offered = withAuditor ? ([...givenRoles, 'auditor'] as const) : givenRoles;
  return (
    <ChoiceField<RosterRole>
      label={t('circle.role.label')}
      appearance="chips"
      options={offered.map((role) => ({ value: role, label: t(`circle.role.${role}`), detail: t(`circle.role.${role}.means`) }))}
      value={value}
      onChange={(role) => role && onChange(role)}
      error={error}
      isRequired
    />
  );
};
