import type { MemberId } from '../../../../core/shared/ids.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';

/** What the plan calls a member; "iemand" when it knows no name. */
export function useReaderName(): (member: MemberId | string | null) => string {
  const t = useTexts();
  const { people } = useCaseView();
  return (member) => people.find((person) => person.member === member)?.name || t('shell.conflict.someone');
}
