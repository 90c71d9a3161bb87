import { Smile } from 'lucide-react';
import { useTexts } from '../../i18n/useTexts.ts';
import { PlanCard } from './PlanCard.tsx';
import styles from './myPlan.module.css';

/** The way to the page with pictures and short sentences. */
export const ToSimple = ({ onSimple }: { readonly onSimple: () => void }) => {
  const t = useTexts();
  return (
    <div>
      <button type="button" className={styles['quiet']} onClick={onSimple}>
        <Smile size={22} aria-hidden /> {t('myPlan.child.simple')}
      </button>
    </div>
  );
};

/** Twelve now, so the page became another one by itself: that is said once. */
export const GrownCard = ({ onSeen }: { readonly onSeen: () => void }) => {
  const t = useTexts();
  const lines = [t('myPlan.child.grown'), t('myPlan.child.grown.rights')];
  return (
    <PlanCard title={t('myPlan.child.grown.title')} aloud={lines}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div>
        <button type="button" className={styles['primary']} onClick={onSeen}>
          {t('myPlan.child.grown.seen')}
        </button>
      </div>
    </PlanCard>
  );
};
