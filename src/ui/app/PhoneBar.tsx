import { Ellipsis, Lock } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { NavLink } from 'react-router';
import { useApplication } from '../components/applicationContext.tsx';
import { Button } from '../components/Button.tsx';
import { ExchangeLine } from '../components/exchange/ExchangeLine.tsx';
import { SavedLine } from '../components/SavedLine.tsx';
import { useTexts } from '../i18n/useTexts.ts';
import { Brand } from './Brand.tsx';
import { useMenu } from './navigation.ts';
import styles from './PhoneBar.module.css';

const MoreMenu = lazy(async () => ({ default: (await import('./MoreMenu.tsx')).MoreMenu }));

/** Phone and tablet: whether it is saved, and the lock, always in sight. */
export const PhoneTop = () => {
  const t = useTexts();
  const application = useApplication();
  return (
    <div className={styles['top']}>
      <Brand />
      <div className={styles['status']}>
        <SavedLine />
        <ExchangeLine />
      </div>
      <Button variant="plain" icon={Lock} aria-label={t('shell.lock')} onPress={() => void application.lock('asked')} />
    </div>
  );
};

/** Within reach of a thumb. */
export const PhoneBar = ({ onSearch }: { readonly onSearch: () => void }) => {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const { bar } = useMenu();
  return (
    <nav className={styles['bar']} aria-label={t('shell.nav.label')}>
      {bar.map(({ to, short, icon: Icon, isDanger }) => (
        <NavLink key={to} to={to} className={`${styles['item']} ${isDanger ? styles['danger'] : ''}`}>
          <Icon size={24} aria-hidden />
          <span>{t(short)}</span>
        </NavLink>
      ))}
      <button type="button" className={styles['item']} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Ellipsis size={24} aria-hidden />
        <span>{t('shell.nav.more')}</span>
      </button>
      {isOpen && (
        <Suspense>
          <MoreMenu onClose={() => setOpen(false)} onSearch={onSearch} />
        </Suspense>
      )}
    </nav>
  );
};
