import type { Conference, Person } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Chip } from '../../components/Chip.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { familyFirst, hatOf, isFamily } from '../../components/people.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './TableList.module.css';

/** Who is here, the family first, and which hat they wear. */
export const TableList = ({ conference, hasHeading = true }: { readonly conference: Conference; readonly hasHeading?: boolean }) => {
  const t = useTexts();
  const view = useCaseView();
  const here = view.people.filter(({ id }) => conference.present.includes(id) || conference.callsIn.includes(id));
  return (
    <section className={styles['table']}>
      {hasHeading && <h2>{t('conference.table.title')}</h2>}
      {here.length === 0 && <p>{t('conference.table.nobody')}</p>}
      <ul translate="no">
        {familyFirst(here).map((person) => (
          <AtTable key={person.id} person={person} conference={conference} />
        ))}
      </ul>
    </section>
  );
};

const AtTable = ({ person, conference }: { readonly person: Person; readonly conference: Conference }) => {
  const t = useTexts();
  const terms = useTerms();
  const facts = [
    hatOf(terms, person),
    conference.callsIn.includes(person.id) && t('conference.table.callsIn'),
    person.needsInterpreter && t('conference.table.interpreter', { language: person.language || '' }),
    person.until && t('conference.table.until', { day: formatDay(person.until) }),
  ];
  return (
    <li className={styles['person']}>
      <span className={`${styles['initial']} ${isFamily(person) ? styles['family'] : ''}`} aria-hidden>
        {person.name.slice(0, 1)}
      </span>
      <span>
        {person.name} {conference.chair === person.id && <Chip>{t('conference.table.chair')}</Chip>}
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </span>
    </li>
  );
};
