import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../i18n/useTexts.ts';
import { VisuallyHidden } from './Layout.tsx';
import styles from './StepList.module.css';

export interface Step {
  readonly id: string;
  readonly label: string;
  readonly to: string;
  readonly isDone: boolean;
}

/** Steps in any order: each is a link, done is said in words too. */
export const StepList = ({
  label,
  steps,
  current,
}: {
  readonly label: string;
  readonly steps: readonly Step[];
  readonly current: string;
}) => {
  const t = useTexts();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const show = () => showCurrent(list.current);
    show();
    window.addEventListener('resize', show);
    return () => window.removeEventListener('resize', show);
  }, [current]);
  return (
    <nav aria-label={label}>
      <ol ref={list} className={styles['steps']}>
        {steps.map((step, index) => (
          <li key={step.id}>
            <Link
              to={step.to}
              className={`${styles['step']} ${step.isDone ? styles['done'] : ''}`}
              aria-current={step.id === current ? 'step' : undefined}
            >
              <span className={styles['number']} aria-hidden>
                {step.isDone ? <Check size={18} strokeWidth={3} /> : index + 1}
              </span>
              <span>{step.label}</span>
              {step.isDone && <VisuallyHidden>{t('shell.step.done')}</VisuallyHidden>}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
};

/** On a narrow screen the steps stand in a row that scrolls: the present one in the middle of it. */
function showCurrent(list: HTMLOListElement | null): void {
  const step = list?.querySelector<HTMLElement>('[aria-current]');
  if (list && step) list.scrollLeft = step.offsetLeft - (list.clientWidth - step.offsetWidth) / 2;
}
