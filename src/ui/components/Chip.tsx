import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Chip.module.css';

export type ChipTone = 'primary' | 'plain' | 'attention' | 'alarm' | 'done' | 'family';

/** A short state in words; the colour only helps. */
export const Chip = ({
  tone = 'primary',
  icon: Icon,
  children,
}: {
  readonly tone?: ChipTone;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}) => (
  <span className={`${styles['chip']} ${styles[tone]}`}>
    {Icon && <Icon size={18} aria-hidden />}
    {children}
  </span>
);

interface ToggleChipProps {
  readonly isPressed: boolean;
  readonly onPress: () => void;
  readonly tone?: ChipTone;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}

/** A chip to press: filters and choices that are on or off. */
export const ToggleChip = ({ isPressed, onPress, tone = 'primary', icon: Icon, children }: ToggleChipProps) => (
  <button
    type="button"
    aria-pressed={isPressed}
    onClick={onPress}
    className={`${styles['chip']} ${styles['toggle']} ${isPressed ? styles[tone] : styles['plain']}`}
  >
    {Icon && <Icon size={18} aria-hidden />}
    {children}
  </button>
);
