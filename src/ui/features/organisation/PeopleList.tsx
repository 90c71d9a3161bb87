import type { OrganisationView } from '../../../application/application.ts';
import { Stack } from '../../components/Layout.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './organisation.module.css';
import { PersonCard } from './PersonCard.tsx';

/** Who works here; who left stands last and stays readable. */
export const PeopleList = ({ view }: { readonly view: OrganisationView }) => {
  const t = useTexts();
  const working = view.people.filter(({ left }) => left === null);
  return (
    <Stack as="section" gap={3} labelledBy="people">
      <h2 id="people">{t('organisation.people', { count: working.length })}</h2>
      <ul className={styles['cards']}>
        {view.people.map((person) => (
          <PersonCard key={person.member} person={person} amAdministrator={view.amAdministrator} />
        ))}
      </ul>
    </Stack>
  );
};
