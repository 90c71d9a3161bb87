import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Goal } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { PupilVoices } from '../../../components/heard/PupilVoices.tsx';
import { isFamily, namesOf } from '../../../components/people.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Conference.module.css';
import { useConferenceScreen } from '../conferenceScreenStore.ts';
import { ItemButton } from '../ItemButton.tsx';
import { GoalEditor } from './GoalEditor.tsx';

interface GoalCardProps {
  readonly goal: Goal;
  readonly place: number;
  readonly isLast: boolean;
  readonly onMove: (to: number) => void;
}

/** One goal: in whose words, how it is now and what is good enough. Opened, all of it can be filled in. */
export const GoalCard = ({ goal, place, isLast, onMove }: GoalCardProps) => {
  const t = useTexts();
  const view = useCaseView();
  const { term } = useTerms();
  const isOpen = useConferenceScreen((screen) => screen.openItem === goal.id);
  const speaker = view.people.find(({ id }) => id === goal.wordsOf);
  const about = namesOf(view, goal.about);
  const facts = [
    speaker && t('conference.decide.wordsOf', { name: speaker.name }),
    goal.wholeFamily ? t('conference.goal.family') : about && t('conference.decide.about', { names: about }),
    goal.domain && term('goal', 'domain', goal.domain),
    goal.kind && term('goal', 'kind', goal.kind),
    goal.state && goal.state !== 'active' && term('goal', 'state', goal.state),
  ];

  return (
    <li className={`${styles['said']} ${isFamily(speaker) ? styles['byFamily'] : ''}`}>
      <div className={styles['saidTop']}>
        <ItemButton item={goal.id}>
          <span className={styles['title']}>
            {place + 1}. {goal.statement}
          </span>
          <small>{facts.filter(Boolean).join(' · ')}</small>
          <Levels goal={goal} />
        </ItemButton>
        {place > 0 && (
          <Button
            variant="plain"
            icon={ArrowUp}
            aria-label={t('conference.decide.up', { goal: goal.statement })}
            onPress={() => onMove(place - 1)}
          />
        )}
        {!isLast && (
          <Button
            variant="plain"
            icon={ArrowDown}
            aria-label={t('conference.decide.down', { goal: goal.statement })}
            onPress={() => onMove(place + 1)}
          />
        )}
      </div>
      <PupilVoices goal={goal} />
      {isOpen && (
        <div className={styles['saidEditor']}>
          <GoalEditor goal={goal} />
        </div>
      )}
    </li>
  );
};

const Levels = ({ goal: { levelMinus2, level0 } }: { readonly goal: Goal }) => {
  const t = useTexts();
  if (!levelMinus2 && !level0) return <small className={styles['missing']}>{t('conference.decide.levelsMissing')}</small>;
  return (
    <small>
      {levelMinus2 && t('conference.decide.now', { text: levelMinus2 })}
      {levelMinus2 && level0 && <br />}
      {level0 && t('conference.decide.enough', { text: level0 })}
    </small>
  );
};
