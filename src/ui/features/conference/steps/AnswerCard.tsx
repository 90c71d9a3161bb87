import { useState } from 'react';
import type { Conference, Person } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { GivenAnswer } from '../../../components/meetings/GivenAnswer.tsx';
import { isFamily } from '../../../components/people.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Conference.module.css';
import { AnswerForm } from './AnswerForm.tsx';

interface AnswerCardProps {
  readonly person: Person;
  readonly conference: Conference;
}

/** What one person said about the plan, and asking them. */
export const AnswerCard = ({ person, conference }: AnswerCardProps) => {
  const t = useTexts();
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
          <GivenAnswer person={person} answer={answer} />
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
