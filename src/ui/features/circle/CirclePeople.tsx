import { useState } from 'react';
import type { CirclePerson, CircleView } from '../../../application/application.ts';
import { Stack } from '../../components/Layout.tsx';
import { isFamilyRole } from '../../components/circle/isFamilyRole.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { ChangeRoleDialog } from './ChangeRoleDialog.tsx';
import styles from './circle.module.css';
import { PersonCard } from './PersonCard.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { ReturnDialog } from './ReturnDialog.tsx';

/** Everyone who is in: the family first. */
export const CirclePeople = ({ view }: { readonly view: CircleView }) => {
  const t = useTexts();
  const [changing, setChanging] = useState<CirclePerson | null>(null);
  const [returning, setReturning] = useState<CirclePerson | null>(null);
  const [removing, setRemoving] = useState<CirclePerson | null>(null);
  const people = view.people.toSorted((a, b) => Number(isFamilyRole(b.role)) - Number(isFamilyRole(a.role)));
  const isProposed = ({ member }: CirclePerson) => view.proposals.some((proposal) => proposal.member === member);
  const isLeaving = ({ member }: CirclePerson) => view.jobs.some((job) => job.type === 'removal' && job.member === member);
  const mayChange = (person: CirclePerson) =>
    view.mayChange && !person.me && person.role !== null && !person.replaced && !isProposed(person) && !isLeaving(person);
  const mayRemove = (person: CirclePerson) =>
    !person.me &&
    !isProposed(person) &&
    !isLeaving(person) &&
    (view.mayChange || (view.myRole === 'professional' && isFamilyRole(person.role)));
  return (
    <Stack as="section" gap={3} labelledBy="people">
      <h2 id="people">{t('circle.people', { count: people.length })}</h2>
      <ul className={styles['cards']}>
        {people.map((person) => (
          <PersonCard
            key={person.member}
            person={person}
            isLeaving={isLeaving(person)}
            onChangeRole={mayChange(person) ? () => setChanging(person) : null}
            onReturn={mayChange(person) ? () => setReturning(person) : null}
            onRemove={mayRemove(person) ? () => setRemoving(person) : null}
          />
        ))}
      </ul>
      {changing && <ChangeRoleDialog view={view} person={changing} onClose={() => setChanging(null)} />}
      {returning && <ReturnDialog view={view} person={returning} onClose={() => setReturning(null)} />}
      {removing && <RemoveDialog view={view} person={removing} onClose={() => setRemoving(null)} />}
    </Stack>
  );
};
