import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { Card } from '../../components/Card.tsx';
import { chooseDiscreet, discreetTitle } from '../../components/discreet.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './DeviceScreen.module.css';

/** For whom it is not safe to be seen with this: what the two ways of hiding do, and what stays to be found. */
export const DiscreetSection = () => {
  const t = useTexts();
  const [isOn, setOn] = useState(discreetTitle() !== null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { hash } = useLocation();
  // Whoever comes for this from the plan need not look for it on a long screen.
  useEffect(() => {
    if (hash !== '#discreet') return;
    heading.current?.scrollIntoView({ block: 'center' });
    heading.current?.focus({ preventScroll: true });
  }, [hash]);
  return (
    <Card as="section" labelledBy="discreet">
      <h2 id="discreet" ref={heading} tabIndex={-1}>
        {t('discreet.title')}
      </h2>
      <p>{t('discreet.leave.what')}</p>
      <p>{t('discreet.leave.key')}</p>
      <label className={styles['tick']}>
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => {
            setOn(target.checked);
            chooseDiscreet(target.checked ? t('discreet.tab.name') : null);
          }}
        />
        {t('discreet.tab', { name: t('discreet.tab.name') })}
      </label>
      <h3>{t('discreet.rest')}</h3>
      <ul className={styles['rest']}>
        <li>{t('discreet.rest.history')}</li>
        <li>{t('discreet.rest.app')}</li>
        <li>{t('discreet.rest.typed')}</li>
      </ul>
    </Card>
  );
};
