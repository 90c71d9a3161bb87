import { useId, useState } from 'react';
import type { Evaluation, Person } from '../../../../core/plan/caseView.ts';
import { useCaseView, useOpenCase } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { hatOf, isFamily } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { CellConflicts } from '../CellConflicts.tsx';
import styles from '../Evaluation.module.css';
import { HowSaid } from '../HowSaid.tsx';
import { ExperienceLine } from '../ExperienceLine.tsx';
import { SaidText } from '../SaidText.tsx';
import { useVoice, useVoiceText } from '../useVoice.ts';
import { GradeChoice } from './GradeChoice.tsx';

/** One person's mark and words. Either may be left out. */
export const ExperienceCard = ({ evaluation, person }: { readonly evaluation: Evaluation; readonly person: Person }) => {
  const t = useTexts();
  const terms = useTerms();
  const id = useId();
  const openCase = useOpenCase();
  const { experiences, me } = useCaseView();
  const { run, errorText } = useChange();
  const voice = useVoice(person.id);
  const voiceText = useVoiceText();
  const [isOpen, setIsOpen] = useState(false);
  const theirs = experiences.filter((one) => one.evaluation === evaluation.id && one.by === person.id);
  // What they gave on their own device is theirs alone: here it is read, and what is said at the table stands beside it.
  const given = theirs.filter(({ author }) => author !== null);
  const ofThem = (one: (typeof experiences)[number]) => one.author === null && one.evaluation === evaluation.id && one.by === person.id;
  const said = theirs.find(ofThem);
  const viaNow = () => openCase.view.get().experiences.find(ofThem)?.via;
  const about = { type: 'setExperience', evaluation: evaluation.id, by: person.id } as const;
  const isSaid = said !== undefined && (said.grade !== null || said.words !== '');

  return (
    <Card as="article" labelledBy={id} {...(isFamily(person) ? { tone: 'family' } : {})}>
      <h3 id={id} translate="no">
        {person.name} <small className={styles['soft']}>{hatOf(terms, person)}</small>
      </h3>
      {given.map((one) => (
        <ExperienceLine key={one.id} said={one} />
      ))}
      <GradeChoice
        label={t('evaluation.experience.grade', { name: person.name })}
        value={said?.grade ?? null}
        onChange={(grade) => void run({ ...about, grade, ...voice(viaNow()) })}
      />
      {errorText && <p role="alert">{errorText}</p>}
      {isOpen || isSaid ? (
        <SaidText
          key={person.id}
          label={t('evaluation.experience.words', { name: person.name })}
          value={said?.words ?? ''}
          save={(words) => openCase.change({ ...about, words, ...voice(viaNow()) })}
        />
      ) : (
        <div>
          <Button variant="plain" aria-label={t('evaluation.experience.addWordsOf', { name: person.name })} onPress={() => setIsOpen(true)}>
            {t('evaluation.experience.addWords')}
          </Button>
        </div>
      )}
      {isSaid && <p className={styles['soft']}>{voiceText(said)}</p>}
      {isSaid && person.id !== me?.id && <HowSaid via={said.via} onChange={(via) => void run({ ...about, ...voice(via) })} />}
      <CellConflicts entity={said?.id} fields={{ grade: [], words: [] }} />
    </Card>
  );
};
