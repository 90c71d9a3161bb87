import type { CaseHolder } from '../../../application/application.ts';
import { useDiscipline } from '../../components/useDiscipline.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** Who had it, on one line: name, work and organisation, and the role; of the family on paper only the role. */
export function useHolderWords(): (holder: Pick<CaseHolder, 'name' | 'discipline' | 'organisation' | 'role'>) => string {
  const t = useTexts();
  const disciplineOf = useDiscipline();
  return ({ name, discipline, organisation, role }) => {
    const who = [name, discipline && disciplineOf(discipline), organisation].filter(Boolean).join(', ');
    const as = t(role ? `circle.role.${role}` : 'circle.role.elsewhere');
    return who ? `${who} (${as})` : as;
  };
}
