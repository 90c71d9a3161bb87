import { findClocks } from '../../../core/clocks/findClocks.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { formatDay, formatDayLong } from '../../components/formatDate.ts';
import { useNames } from '../../components/useNames.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './case.module.css';
import { Section } from './Section.tsx';

/** What the dates say about the year ahead: evaluations, school changes and ages, each with what to do and where the rule comes from. */
export const ComingSection = () => {
  const t = useTexts();
  const { nameOf } = useNames();
  const clocks = findClocks(useCaseView(), useToday());
  if (clocks.length === 0) return null;
  return (
    <Section id="coming" title={t('case.coming.title')}>
      <ul className={styles['list']}>
        {clocks.map(({ rule, on, days, person, source, validFrom, checkedOn, isUncertain }) => (
          <li key={`${rule} ${on} ${person ?? ''}`}>
            <h3>{t(`case.coming.what.${rule}`, { name: person === null ? '' : nameOf(person) })}</h3>
            <p>
              {formatDayLong(on)}, {t('case.coming.days', { days })}
            </p>
            <p>{t(`case.coming.do.${rule}`)}</p>
            <p className={styles['detail']}>
              {t('case.coming.source', { source, from: formatDay(validFrom), checked: formatDay(checkedOn) })}
              {isUncertain && ` ${t('case.coming.uncertain')}`}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
};
