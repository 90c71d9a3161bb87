import { Lock, LogOut, Search } from 'lucide-react';
import { Link, NavLink, useLocation } from 'react-router';
import { useApplication, useStore } from '../components/applicationContext.tsx';
import { ExchangeLine } from '../components/exchange/ExchangeLine.tsx';
import { paths } from '../components/paths.ts';
import { SavedLine } from '../components/SavedLine.tsx';
import type { MessageKey } from '../i18n/catalogue.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { Brand } from './Brand.tsx';
import { type Destination, useMenu } from './navigation.ts';
import styles from './SideNavigation.module.css';

/** The menu of a laptop. */
export const SideNavigation = ({ onSearch }: { readonly onSearch: () => void }) => {
  const t = useTexts();
  const application = useApplication();
  const { cases } = useStore(application.caseload);
  const { shared } = useStore(application.storage);
  const { side, hasSearch } = useMenu();
  const openActions = cases.flatMap(({ myActions }) => myActions).filter(({ status }) => status === 'open' || status === 'busy').length;
  const counts: Partial<Record<MessageKey, number>> = { 'shell.nav.cases': cases.length, 'shell.nav.actions': openActions };
  return (
    <div className={styles['side']}>
      <div className={styles['brand']}>
        <Brand />
      </div>
      {hasSearch && (
        <button type="button" className={styles['item']} onClick={onSearch} aria-keyshortcuts="Control+K">
          <Search size={22} aria-hidden />
          {t('shell.search')}
          <kbd className={styles['key']}>{t('shell.search.key')}</kbd>
        </button>
      )}
      <nav aria-label={t('shell.nav.label')} className={styles['nav']}>
        {side.map((destination) => (
          <Item key={destination.label} destination={destination} count={counts[destination.label] ?? 0} />
        ))}
      </nav>
      <div className={styles['foot']}>
        <div className={styles['status']}>
          <SavedLine />
          <ExchangeLine />
        </div>
        {shared && (
          <Link to={paths.device} className={styles['item']}>
            <LogOut size={22} aria-hidden />
            {t('shell.signOut')}
          </Link>
        )}
        <button type="button" className={styles['item']} onClick={() => void application.lock('asked')}>
          <Lock size={22} aria-hidden />
          {t('shell.lock')}
        </button>
      </div>
    </div>
  );
};

const Item = ({
  destination: { to, label, icon: Icon, isDanger },
  count = 0,
}: {
  readonly destination: Destination;
  readonly count?: number;
}) => {
  const t = useTexts();
  const { pathname } = useLocation();
  return (
    <NavLink to={to} state={{ from: pathname }} className={`${styles['item']} ${isDanger ? styles['danger'] : ''}`}>
      <Icon size={22} aria-hidden />
      {t(label)}
      {count > 0 && <span className={styles['count']}>{count}</span>}
    </NavLink>
  );
};
