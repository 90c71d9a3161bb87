import { AArrowDown, AArrowUp } from 'lucide-react';
import { useState } from 'react';
import { chooseLargeText, hasLargeText } from '../../components/largeText.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';

/** Larger letters on every screen of this device, from now on. */
export const LargeLetters = () => {
  const t = useTexts();
  const [isLarge, setLarge] = useState(hasLargeText);
  const [Icon, key] = isLarge ? ([AArrowDown, 'myPlan.letters.normal'] as const) : ([AArrowUp, 'myPlan.letters.large'] as const);
  return (
    <div>
      <button
        type="button"
        className={styles['plain']}
        onClick={() => {
          chooseLargeText(!isLarge);
          setLarge(!isLarge);
        }}
      >
        <Icon size={22} aria-hidden /> {t(key)}
      </button>
    </div>
  );
};
