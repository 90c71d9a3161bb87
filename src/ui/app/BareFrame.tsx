import { CircleHelp, PhoneCall } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button } from '../components/Button.tsx';
import { LanguageChoice } from '../components/LanguageChoice.tsx';
import { paths } from '../components/paths.ts';
import { useTexts } from '../i18n/useTexts.ts';
import styles from './BareFrame.module.css';
import { Brand } from './Brand.tsx';
import { useFocusOnNavigation } from './useFocusOnNavigation.ts';

/** Around what is shown before anything is unlocked. Help and Direct gevaar are here too. */
export const BareFrame = ({ hasBack = false, children }: { readonly hasBack?: boolean; readonly children: ReactNode }) => {
  const t = useTexts();
  const navigate = useNavigate();
  useFocusOnNavigation();
  return (
    <div className={styles['frame']}>
      <header className={styles['top']}>
        <Brand />
        <LanguageChoice />
      </header>
      <main id="main" className={styles['main']}>
        {hasBack && (
          <Button variant="quiet" onPress={() => void navigate(paths.cases)}>
            {t('shell.back')}
          </Button>
        )}
        {children}
      </main>
      <footer className={styles['foot']}>
        <Link to="/help" className={styles['link']}>
          <CircleHelp size={22} aria-hidden />
          {t('shell.nav.help')}
        </Link>
        <Link to={paths.danger} className={`${styles['link']} ${styles['danger']}`}>
          <PhoneCall size={22} aria-hidden />
          {t('shell.nav.danger')}
        </Link>
      </footer>
    </div>
  );
};
