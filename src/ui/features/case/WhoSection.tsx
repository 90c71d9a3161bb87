import { UserPen } from 'lucide-react';
import { generatePath, useParams } from 'react-router';
import type { Person } from '../../../core/plan/caseView.ts';
import { ageOn } from '../../../core/shared/civilDate.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { EmptyCell } from '../../components/EmptyCell.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { paths } from '../../components/paths.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './case.module.css';
import { TwoAnswers } from './conflicts/TwoAnswers.tsx';
import { Section } from './Section.tsx';

/** Who: the family first, then who they chose around them, then professionals. */
export const WhoSection = () => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  const { children, caregivers, network, professionals } = useCaseView();
  const groups = [
    { title: t('case.who.children'), people: children, isFamily: true },
    { title: t('case.who.caregivers'), people: caregivers, isFamily: true },
    { title: t('case.who.network'), people: network, isFamily: true },
    { title: t('case.who.professionals'), people: professionals, isFamily: false },
  ];
  return (
    <Section
      id="who"
      title={t('case.page.who')}
      actions={
        <LinkButton variant="plain" icon={UserPen} to={generatePath(paths.family, { caseId })}>
          {t('case.who.edit')}
        </LinkButton>
      }
    >
      {groups.map(({ title, people, isFamily }) => (
        <div key={title}>
          <h3 className={styles['small']}>{title}</h3>
          {people.length === 0 ? (
            <EmptyCell>{t('case.who.nobody')}</EmptyCell>
          ) : (
            <ul className={styles['people']}>
              {people.map((person) => (
                <li key={person.id} className={isFamily ? styles['family'] : styles['professional']}>
                  <span className={styles['initial']} aria-hidden>
                    {initialOf(person.name)}
                  </span>
                  <span>
                    <strong>{person.name}</strong>
                    <PersonDetail person={person} />
                    <TwoAnswers entity={person} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </Section>
  );
};

/** The first letter as people see it, also when it is written with several signs. */
const initialOf = (name: string): string => letters.segment(name)[Symbol.iterator]().next().value?.segment ?? '';
const letters = new Intl.Segmenter('nl');

const PersonDetail = ({ person }: { readonly person: Person }) => {
  const t = useTexts();
  const { term } = useTerms();
  const today = useToday();
  const details = [
    person.birthDate && t('case.who.age', { age: ageOn(person.birthDate, today) }),
    person.relation,
    person.discipline && term('person', 'discipline', person.discipline),
    person.school,
    person.schoolGroup,
    person.organisation,
    person.phone,
    person.reachability,
    person.language && t('case.who.language', { language: person.language }),
    person.needsInterpreter && t('case.who.interpreter'),
    person.until && t('case.who.until', { day: formatDay(person.until) }),
  ].filter(Boolean);
  return details.length === 0 ? null : <span className={styles['detail']}>{details.join(', ')}</span>;
};
