import { Lock, Search } from 'lucide-react';
import { useLocation } from 'react-router';
import { useApplication } from '../components/applicationContext.tsx';
import { Button, LinkButton } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { LanguageChoice } from '../components/LanguageChoice.tsx';
import { useTexts } from '../i18n/useTexts.ts';
import styles from './MoreMenu.module.css';
import { useMenu } from './navigation.ts';

/** What does not fit in the bar of a phone. */
export const MoreMenu = ({ onClose, onSearch }: { readonly onClose: () => void; readonly onSearch: () => void }) => {
  const t = useTexts();
  const application = useApplication();
  const { more, hasSearch } = useMenu();
  const { pathname } = useLocation();
  return (
    <Dialog title={t('shell.nav.more')} isOpen onClose={onClose}>
      <div className={styles['menu']}>
        {hasSearch && (
          <Button
            variant="quiet"
            icon={Search}
            onPress={() => {
              onClose();
              onSearch();
            }}
          >
            {t('shell.search')}
          </Button>
        )}
        {/* Any link inside leads away from here. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the links take the keys */}
        <div className={styles['menu']} onClick={onClose}>
          {more.map(({ to, label, icon }) => (
            <LinkButton key={to} to={to} state={{ from: pathname }} variant="quiet" icon={icon}>
              {t(label)}
            </LinkButton>
          ))}
        </div>
        <Button variant="quiet" icon={Lock} onPress={() => void application.lock('asked')}>
          {t('shell.lock')}
        </Button>
      </div>
      <LanguageChoice />
    </Dialog>
  );
};
