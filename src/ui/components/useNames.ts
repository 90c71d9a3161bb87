import type { EntityId } from '../../core/shared/ids.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { useCaseView } from './applicationContext.tsx';

export interface Names {
  /** The person's name, or "iemand" when nobody (any more) is known under this id. */
  readonly nameOf: (id: EntityId | null) => string;
  /** "moeder, vader en juf": everyone of a list. */
  readonly namesOf: (ids: readonly EntityId[]) => string;
}

/** Names of the people of the open case. */
export function useNames(): Names {
  const t = useTexts();
  const { people } = useCaseView();
  const nameOf = (id: EntityId | null) => people.find((person) => person.id === id)?.name ?? t('shell.conflict.someone');
  return { nameOf, namesOf: (ids) => ids.map(nameOf).join(', ') };
}
