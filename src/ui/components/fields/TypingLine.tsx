import { Pencil } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { PresentPerson, Store } from '../../../application/application.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './Field.module.css';

interface TypingLineProps {
  readonly presence: Store<readonly PresentPerson[]>;
  readonly entity: EntityId;
  readonly field: string;
}

/**
 * Somebody else types in this very field. Without a name, and no live region: it comes and goes every few seconds, and what they write
 * appears by itself. Nothing in it moves.
 */
export const TypingLine = ({ presence, entity, field }: TypingLineProps) => {
  const t = useTexts();
  // A word, so that of all fields on the screen only this one is drawn again.
  const who = useSyncExternalStore(presence.subscribe, () => {
    const found = presence.get().filter((person) => person.entity === entity && person.field === field);
    return found.length === 0 ? null : found.every(({ colleague }) => colleague) ? 'colleague' : 'other';
  });
  if (!who) return null;
  return (
    <span className={styles['typing']}>
      <Pencil size={16} aria-hidden />
      {t(`shell.field.typing.${who}`)}
    </span>
  );
};
