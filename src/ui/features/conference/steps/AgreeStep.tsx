import type { Conference } from '../../../../core/plan/caseView.ts';
import { isBeside } from '../../../../core/plan/companions.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Banner } from '../../../components/Banner.tsx';
import { Card } from '../../../components/Card.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { familyFirst, nameOf } from '../../../components/people.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Conference.module.css';
import { isGoing } from '../openGoals.ts';
import { AnswerCard } from './AnswerCard.tsx';

/** Everyone says what they think of the plan on the table. Not agreeing is an answer like any other. */
export const AgreeStep = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const view = useCaseView();
  const isHere = (id: string) => [...conference.present, ...conference.callsIn].some((person) => person === id);
  // Whoever translates or stands beside somebody is not asked.
  const asked = familyFirst(view.people.filter(({ id }) => !isBeside(view, id)));
  const here = asked.filter(({ id }) => isHere(id));
  const others = asked.filter(({ id }) => !isHere(id));
  const waiting = here.filter(({ id }) => !view.answers.some(({ by, current }) => by === id && current)).length;

  return (
    <Stack gap={5}>
      <PlanOnTable />
      <Banner tone="info">
        <p>{t('conference.agree.blocksNothing')}</p>
        <p className={styles['soft']}>{t('conference.agree.opp')}</p>
      </Banner>
      <section aria-labelledby="here">
        <Stack gap={3}>
          <h2 id="here">{t('conference.agree.here')}</h2>
          {here.length === 0 ? (
            <p>{t('conference.agree.nobodyHere')}</p>
          ) : (
            <p role="status">{waiting === 0 ? t('conference.agree.allAnswered') : t('conference.agree.waiting', { count: waiting })}</p>
          )}
          <ul className={styles['cards']}>
            {here.map((person) => (
              <AnswerCard key={person.id} person={person} conference={conference} />
            ))}
          </ul>
        </Stack>
      </section>
      {others.length > 0 && (
        <section aria-labelledby="later">
          <Stack gap={3}>
            <h2 id="later">{t('conference.agree.later')}</h2>
            <p>{t('conference.agree.laterExplain')}</p>
            <ul className={styles['cards']}>
              {others.map((person) => (
                <AnswerCard key={person.id} person={person} conference={conference} />
              ))}
            </ul>
          </Stack>
        </section>
      )}
    </Stack>
  );
};

/** What the answers are about, short enough to read out loud. */
const PlanOnTable = () => {
  const t = useTexts();
  const view = useCaseView();
  const goals = view.goals.filter(isGoing);
  const facts = [
    t('conference.agree.planGoals', { count: goals.length }),
    t('conference.agree.planActions', { count: view.actions.length }),
    view.coordinator
      ? t('conference.agree.planCoordinator', { name: nameOf(view, view.coordinator.person) })
      : t('conference.agree.planNoCoordinator'),
  ];
  return (
    <Card as="section" labelledBy="plan">
      <Stack gap={3}>
        <h2 id="plan">{t('conference.agree.plan')}</h2>
        <p translate="no">{facts.join(' · ')}</p>
        <ol className={styles['numbered']} translate="no">
          {goals.map((goal) => (
            <li key={goal.id}>{goal.statement}</li>
          ))}
        </ol>
      </Stack>
    </Card>
  );
};
