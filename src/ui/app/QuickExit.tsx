import { DoorOpen } from 'lucide-react';
import { useEffect } from 'react';
import { useApplication } from '../components/applicationContext.tsx';
import { useTexts } from '../i18n/useTexts.ts';
import { leaveQuickly } from './leaveQuickly.ts';
import styles from './QuickExit.module.css';

/** So often within so many milliseconds: once or twice closes a menu. */
const TIMES = 3;
const WITHIN = 2_000;

/** Always in reach for a family: at home it may not be safe to be seen reading this. */
export const QuickExit = () => {
  const t = useTexts();
  const application = useApplication();
  useEffect(() => {
    let pressed: readonly number[] = [];
    const onKeyDown = ({ key, repeat, timeStamp }: KeyboardEvent) => {
      if (repeat) return;
      pressed = key === 'Escape' ? [...pressed.filter((at) => timeStamp - at < WITHIN), timeStamp] : [];
      if (pressed.length >= TIMES) void leaveQuickly(application);
    };
    // Before anything else takes the key: a dialog closes with it.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [application]);
  return (
    <button type="button" className={styles['leave']} onClick={() => void leaveQuickly(application)}>
      <DoorOpen size={22} aria-hidden />
      {t('discreet.leave')}
    </button>
  );
};
