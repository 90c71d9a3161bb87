import type { AccessLine } from '../../../../application/application.ts';
import { companionshipOf } from '../../../../core/plan/companions.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { hatOf } from '../../../components/people.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';

/** Who did it, with the hat they wear in the plan; of who is not in it what their own device said. */
export function useSeenName(): (who: Pick<AccessLine, 'member' | 'name'> & { readonly organisation?: string }) => string {
  const t = useTexts();
  const terms = useTerms();
  const view = useCaseView();
  return ({ member, name, organisation = '' }) => {
    const person = member === null ? undefined : view.people.find((one) => one.member === member);
    const shown = person?.name || name || t('shell.conflict.someone');
    // Of whom the family brought the kind is known, whatever language their hat was written in.
    const kind = companionshipOf(view, person?.id)?.companion.what;
    const hat = kind ? terms.term('companion', 'what', kind) : person ? hatOf(terms, person) : organisation;
    return hat ? t('rights.seen.role', { name: shown, hat }) : shown;
  };
}
