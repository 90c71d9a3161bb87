import { useState } from 'react';
import type { CaseView, Conference, Person } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { Chip } from '../../../components/Chip.tsx';
import { formatMoment } from '../../../components/formatDate.ts';
import { Row, Stack } from '../../../components/Layout.tsx';
import { hatOf, isFamily, nameOf } from '../../../components/people.ts';
import { Quote } from '../../../components/Quote.tsx';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Conference.module.css';
import { AnswerForm } from './AnswerForm.tsx';

interface AnswerCardProps {
  readonly person: Person;
  readonly conference: Conference;
}

/** What one person said about the plan, to which plan, and how we know; or that they were not asked yet. */
export const AnswerCard = ({ person, conference }: AnswerCardProps) => {
  const t = useTexts();
  const terms = useTerms();
  const view = useCaseView();
  const [isAnswering, setAnswering] = useState(false);
  const answer = view.answers.find(({ by }) => by === person.id);
  const isMe = person.id === view.me?.id;
  const ask = answer
    ? t('conference.agree.again', { name: person.name })
    : isMe
      ? t('conference.agree.giveMe')
      : t('conference.agree.give', { name: person.name });

  return (
    <li className={`${styles['said']} ${isFamily(person) ? styles['byFamily'] : ''}`}>
      <div className={styles['answer']}>
        <Stack gap={2}>
          <Row gap={2} justify="between">
            <span translate="no">
              <strong>{person.name}</strong> <small className={styles['soft']}>{hatOf(terms, person)}</small>
            </span>
            <Row gap={2}>
              {answer ? (
                <Chip tone={answer.reply === 'notAgreed' ? 'attention' : answer.current ? 'done' : 'plain'}>
                  {answer.reply && terms.term('answer', 'reply', answer.reply)}
                </Chip>
              ) : (
                <Chip tone="plain">{t('conference.agree.noAnswer')}</Chip>
              )}
              {answer && !answer.current && <Chip tone="attention">{t('conference.agree.outdated')}</Chip>}
            </Row>
          </Row>
          {answer && <Given answer={answer} person={person} />}
          {isAnswering ? (
            <AnswerForm person={person} conference={conference} onDone={() => setAnswering(false)} />
          ) : (
            <div>
              <Button variant={answer?.current ? 'plain' : 'quiet'} onPress={() => setAnswering(true)}>
                {ask}
              </Button>
            </div>
          )}
        </Stack>
      </div>
    </li>
  );
};

/** Their own words, and who wrote them down: a recorded answer never looks like one's own. */
const Given = ({ answer, person }: { readonly answer: CaseView['answers'][number]; readonly person: Person }) => {
  const t = useTexts();
  const { term } = useTerms();
  const view = useCaseView();
  const how = {
    at: formatMoment(answer.at ?? 0),
    via: term('answer', 'via', answer.via ?? 'spoken'),
    name: nameOf(view, answer.recordedBy),
  };
  return (
    <Stack gap={2}>
      {answer.view && isFamily(person) && <Quote by={person.name}>{answer.view}</Quote>}
      {answer.view && !isFamily(person) && <p translate="no">{answer.view}</p>}
      <small className={styles['soft']}>{t(answer.recordedBy ? 'conference.agree.howRecorded' : 'conference.agree.how', how)}</small>
    </Stack>
  );
};
