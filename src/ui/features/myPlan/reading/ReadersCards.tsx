import type { CirclePerson, CircleView } from '../../../../application/application.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { isFamilyRole } from '../../../components/circle/isFamilyRole.ts';
import { Words } from '../../../components/Words.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';
import { type Reading, useReading } from './useReading.ts';

/** Everybody who reads along: the family, and those who help. */
export const ReadersCards = ({ view }: { readonly view: CircleView }) => {
  const t = useTexts();
  const reading = useReading(view);
  const ofFamily = view.people.filter(({ role }) => isFamilyRole(role));
  const helping = view.people.filter((person) => !ofFamily.includes(person));
  const cards = [
    [t('reading.helping'), helping],
    [t('reading.family'), ofFamily],
  ] as const;
  return cards.map(([title, people]) => (
    <PlanCard
      key={title}
      title={title}
      aloud={people.length === 0 ? [t('reading.none')] : people.flatMap((person) => [person.name, ...reading.linesOf(person)])}
    >
      {people.length === 0 && <p>{t('reading.none')}</p>}
      <ul className={styles['list']}>
        {people.map((person) => (
          <Reader key={person.member} person={person} reading={reading} />
        ))}
      </ul>
    </PlanCard>
  ));
};

const Reader = ({ person, reading }: { readonly person: CirclePerson; readonly reading: Reading }) => {
  const what = reading.isWhat(person);
  return (
    <li className={styles['item']}>
      <Words as="h3">{reading.nameOf(person.member)}</Words>
      {what && (
        <p className={styles['soft']} translate="no">
          <bdi>{what}</bdi>
        </p>
      )}
      {reading.linesOf(person).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <WhyShared person={person} />
    </li>
  );
};

/** Of somebody of another organisation: why they read along, in the words that were written down, or that nobody wrote that down. */
const WhyShared = ({ person: { sharing, person } }: { readonly person: CirclePerson }) => {
  const t = useTexts();
  const { sharings } = useCaseView();
  if (sharing === 'notNeeded') return null;
  if (sharing !== 'recorded')
    return (
      <p>
        <strong>{t(`reading.why.${sharing}`)}</strong>
      </p>
    );
  const purposes = sharings
    .filter(({ withWhom, withdrawnOn }) => withWhom === person && withdrawnOn === null)
    .map(({ purpose }) => purpose);
  return (
    <>
      <p>{t('reading.why')}</p>
      {purposes.map((purpose) => (
        <div key={purpose} className={styles['reply']}>
          <Words>{purpose}</Words>
        </div>
      ))}
    </>
  );
};
