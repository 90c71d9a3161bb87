import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { fullName, type Pupil } from '../../../core/plan/schoolExport.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './import.module.css';

interface ChosenBarProps {
  readonly chosen: readonly Pupil[];
  readonly onChoose: (chosen: readonly Pupil[]) => void;
  readonly children: ReactNode;
}

/** Who is chosen so far, from whichever group, in sight while looking for the next. */
export const ChosenBar = ({ chosen, onChoose, children }: ChosenBarProps) => {
  const t = useTexts();
  const bar = useRef<HTMLElement>(null);
  return (
    <section ref={bar} tabIndex={-1} className={styles['bar']} aria-label={t('cases.import.chosen')}>
      <p className={styles['status']} role="status">
        {t('cases.import.chosenCount', { count: chosen.length })}
      </p>
      {chosen.length > 0 && (
        <ul className={styles['chosen']}>
          {chosen.map((pupil) => (
            <li key={pupil.key}>
              <button
                type="button"
                aria-label={t('cases.import.unchoose', { name: fullName(pupil) })}
                onClick={() => {
                  onChoose(chosen.filter((other) => other !== pupil));
                  bar.current?.focus();
                }}
              >
                {fullName(pupil)}
                <X size={18} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
};
