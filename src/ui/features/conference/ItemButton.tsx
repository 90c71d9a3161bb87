import type { ReactNode } from 'react';
import type { EntityId } from '../../../core/shared/ids.ts';
import styles from './Conference.module.css';
import { useConferenceScreen } from './conferenceScreenStore.ts';
import { buttonIdOf } from './useOpenAdded.ts';

/** Opens one line of a list for filling in, and closes it again. What it holds are words of the case. */
export const ItemButton = ({ item, children }: { readonly item: EntityId; readonly children: ReactNode }) => {
  const { openItem, toggleItem } = useConferenceScreen();
  return (
    <button
      type="button"
      id={buttonIdOf(item)}
      className={styles['saidButton']}
      aria-expanded={openItem === item}
      onClick={() => toggleItem(item)}
      translate="no"
    >
      {children}
    </button>
  );
};
