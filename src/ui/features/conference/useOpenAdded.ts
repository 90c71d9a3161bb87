import type { EntityId } from '../../../core/shared/ids.ts';
import { useConferenceScreen } from './conferenceScreenStore.ts';

/** The id in the page of the button that opens a goal, an action or other item of a list. */
export const buttonIdOf = (item: EntityId): string => `item-${item}`;

export const focusItem = (item: EntityId): void => document.getElementById(buttonIdOf(item))?.focus();

/**
 * What was just added opens to be filled in, and the focus goes along: the line it was typed in slides out of sight below it.
 * Takes and says what adding gave; null: nothing was added.
 */
export function useOpenAdded(): (added: readonly EntityId[] | null) => boolean {
  const openOnly = useConferenceScreen((screen) => screen.openOnly);
  return (added) => {
    const item = added?.[0];
    if (item === undefined) return added !== null;
    openOnly(item);
    focusItem(item);
    return true;
  };
}
