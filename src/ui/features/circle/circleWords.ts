import type { CircleView } from '../../../application/application.ts';
import type { MemberId } from '../../../core/shared/ids.ts';
import { useTexts, type Translate } from '../../i18n/useTexts.ts';

/** What the circle calls a member; "iemand" when neither plan nor organisation knows a name. */
function nameInCircle(t: Translate, { people }: Pick<CircleView, 'people'>, member: MemberId | null): string {
  return people.find((person) => person.member === member)?.name || t('circle.someone');
}

export function useNameInCircle(view: Pick<CircleView, 'people'>): (member: MemberId | null) => string {
  const t = useTexts();
  return (member) => nameInCircle(t, view, member);
}

/** The same word at the beginning of a line. */
export const withCapital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
