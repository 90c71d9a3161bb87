import { Fragment } from 'react';
import type { Person } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { hatOf } from '../../components/people.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { FullPart } from './FullPart.tsx';
import styles from './FullPlan.module.css';
import { useDays } from './useDays.ts';

/** Who: the family first. How to reach someone, in their own words; no numbers, addresses or birth dates. */
export const FullPeople = () => {
  const t = useTexts();
  const { children, caregivers, network, professionals, households } = useCaseView();
  const groups = [
    { title: t('fullPrint.people.children'), people: children },
    { title: t('fullPrint.people.caregivers'), people: caregivers },
    { title: t('fullPrint.people.network'), people: network },
    { title: t('fullPrint.people.professionals'), people: professionals },
  ].filter(({ people }) => people.length > 0);
  return (
    <FullPart title={t('fullPrint.people')}>
      <div className={styles['columns']}>
        {groups.map(({ title, people }) => (
          <div key={title}>
            <h4>{title}</h4>
            <ul>
              {people.map((person) => (
                <PersonLine key={person.id} person={person} />
              ))}
            </ul>
          </div>
        ))}
        {households.length > 0 && (
          <div>
            <h4>{t('fullPrint.people.households')}</h4>
            <ul>
              {households.map(({ id, name, arrangement }) => (
                <li key={id}>
                  <bdi>{[name, arrangement].filter(Boolean).join(': ')}</bdi>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </FullPart>
  );
};

const PersonLine = ({ person }: { readonly person: Person }) => {
  const t = useTexts();
  const terms = useTerms();
  const { day } = useDays();
  const hat = person.part === 'child' ? '' : hatOf(terms, person);
  const facts = [
    hat,
    hat === person.organisation ? '' : person.organisation,
    person.school,
    person.schoolGroup,
    person.language && t('fullPrint.people.speaks', { language: person.language }),
    person.needsInterpreter && t('fullPrint.people.interpreter'),
    person.until && t('fullPrint.people.until', { day: day(person.until) }),
    person.reachability,
  ].filter(Boolean);
  return (
    <li>
      <strong>
        <bdi>{person.name}</bdi>
      </strong>
      {facts.map((fact, index) => (
        <Fragment key={index}>
          {index === 0 ? ': ' : ', '}
          <bdi>{fact}</bdi>
        </Fragment>
      ))}
    </li>
  );
};
