import { useState } from 'react';
import type { Hearing } from '../../../core/plan/caseView.ts';
import type { HearingMoment } from '../../../core/plan/hearings.ts';
import type { OwnWords } from '../../../core/plan/ownWords.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useCaseView } from '../applicationContext.tsx';
import { Button } from '../Button.tsx';
import { Chip } from '../Chip.tsx';
import { formatDay } from '../formatDate.ts';
import { isFamily, spokesmanOf } from '../people.ts';
import { Quote } from '../Quote.tsx';
import { useNames } from '../useNames.ts';
import { useTerms } from '../useTerms.ts';
import { AnswerHeard } from './AnswerHeard.tsx';
import styles from './heard.module.css';
import { useHearingDraft } from './hearingDrafts.ts';
import { PupilWords } from './PupilWords.tsx';
import { RecordHearing } from './RecordHearing.tsx';
import { useHeardWords } from './useHeardWords.ts';

/** One child at one meeting. What it said itself comes first: nobody has to write that down again. */
export const HeardChild = ({ heard }: { readonly heard: HearingMoment }) => {
  const t = useTexts();
  const { me } = useCaseView();
  const { nameOf } = useNames();
  const { term } = useTerms();
  const [isRecording, setRecording] = useState(false);
  const { child, outcome, own, record, answers, isAnswered, isOpen } = heard;
  const { draft } = useHearingDraft(child, heard.id);
  const isTeam = me !== null && !isFamily(me);
  const name = nameOf(child);
  return (
    <li className={styles['own']}>
      <h3 translate="no">{name}</h3>
      <div>
        <Chip tone={outcome === null ? (isOpen ? 'attention' : 'plain') : 'done'}>
          {outcome === null ? t('heard.hearing.open') : term('hearing', 'outcome', outcome)}
        </Chip>
      </div>
      {own.map((said) => (
        <Said key={said.id} said={said} name={name} />
      ))}
      {record && <Recorded record={record} />}
      {answers.map(({ id, by, text }) => (
        <p key={id} translate="no">
          <strong>{nameOf(by)}:</strong> {text}
        </p>
      ))}
      {isTeam && outcome === 'heard' && !isAnswered && <AnswerHeard heard={heard} />}
      {isTeam &&
        (outcome === null || isRecording || draft !== null ? (
          <RecordHearing heard={heard} {...(outcome !== null && { onClose: () => setRecording(false) })} />
        ) : (
          <div>
            <Button variant="plain" aria-label={t('heard.hearing.moreOf', { name })} onPress={() => setRecording(true)}>
              {t('heard.hearing.more')}
            </Button>
          </div>
        ))}
    </li>
  );
};

const Said = ({ said, name }: { readonly said: OwnWords; readonly name: string }) => {
  const t = useTexts();
  const { howSaid } = useHeardWords();
  const { words, mood, drawing } = said;
  return (
    <Quote by={howSaid(said)}>
      {words.length === 0 && mood === null && drawing === '' && <p>{t('heard.hearing.noWords')}</p>}
      <PupilWords said={{ mood, text: words, drawing }} drawing={t('heard.drawing', { name })} />
    </Quote>
  );
};

const Recorded = ({ record }: { readonly record: Hearing }) => {
  const { how, on, by, outcome } = record;
  const t = useTexts();
  const { nameOf } = useNames();
  const view = useCaseView();
  return (
    <>
      <p translate="no">{how}</p>
      {outcome === 'couldNot' && <p>{t('heard.hearing.spoke', { name: spokesmanOf(view, record) })}</p>}
      <p className={styles['soft']}>{t('heard.hearing.recorded', { name: nameOf(by), day: on === null ? '' : formatDay(on) })}</p>
    </>
  );
};
