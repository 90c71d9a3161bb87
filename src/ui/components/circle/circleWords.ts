import type { CirclePerson, CircleView } from '../../../application/application.ts';
import type { MemberId } from '../../../core/shared/ids.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** What the circle calls somebody; "iemand" when neither plan nor organisation knows a name. Who came back stands there twice for a while. */
export function useNameOfPerson(): (person: Pick<CirclePerson, 'name' | 'replaced'> | undefined) => string {
  const t = useTexts();
  return (person) => {
    const name = person?.name || t('circle.someone');
    return person?.replaced ? t('circle.oldDevices', { name }) : name;
  };
}

export function useNameInCircle({ people }: Pick<CircleView, 'people'>): (member: MemberId | null) => string {
  const nameOf = useNameOfPerson();
  return (member) => nameOf(people.find((person) => person.member === member));
}
