import type { Hearing } from '../../../core/plan/caseView.ts';
import type { HearingMoment } from '../../../core/plan/hearings.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Chip } from '../../components/Chip.tsx';
import { formatDay, formatDayLong } from '../../components/formatDate.ts';
import { PupilWords } from '../../components/heard/PupilWords.tsx';
import { spokesmanOf } from '../../components/people.ts';
import { useNames } from '../../components/useNames.ts';
import { Words } from '../../components/Words.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';
import { NotRight } from './NotRight.tsx';
import { useWho } from './useWho.ts';

/** One child at one meeting: its own words, or how it was asked, and what was done with that. */
export const HeardItem = ({ heard }: { readonly heard: HearingMoment }) => {
  const t = useTexts();
  const who = useWho();
  const { nameOf } = useNames();
  const { kind, day, child, outcome, own, record, answers, isAnswered } = heard;
  const whose = { ...who, name: nameOf(child) };
  return (
    <li className={styles['item']}>
      <h3>
        {who.who === 'u' && <span translate="no">{whose.name}: </span>}
        {t(`myPlan.heard.${kind}`, { day: formatDayLong(day) })}
      </h3>
      {outcome === null && <p>{t('myPlan.heard.open', whose)}</p>}
      {own.map(({ id, words, mood, drawing, recordedBy }) => (
        <div key={id} className={styles['state']}>
          <p className={styles['soft']}>
            {recordedBy === null ? t('myPlan.heard.own', whose) : t('myPlan.heard.recorded', { ...whose, recorder: nameOf(recordedBy) })}
          </p>
          {words.length === 0 && mood === null && drawing === '' && <p>{t('myPlan.heard.noWords')}</p>}
          <PupilWords
            said={{ mood, text: words, drawing }}
            drawing={who.who === 'je' ? t('myPlan.child.words.drawing') : t('myPlan.pupil.drawing', whose)}
          />
        </div>
      ))}
      {record && <Recorded record={record} whose={whose} />}
      {answers.length > 0 && <strong>{t('myPlan.pupil.weighed')}</strong>}
      {answers.map(({ id, by, text }) => (
        <div key={id} className={styles['reply']}>
          <strong translate="no">{nameOf(by)}:</strong> <Words as="span">{text}</Words>
        </div>
      ))}
      {outcome === 'heard' && !isAnswered && (
        <div>
          <Chip tone="plain">{t('myPlan.remark.open')}</Chip>
        </div>
      )}
    </li>
  );
};

interface RecordedProps {
  readonly record: Hearing;
  readonly whose: { readonly who: 'je' | 'u'; readonly name: string };
}

/** What a professional wrote down, with who it was: it never looks like the child's own, and one can say that it is not right. */
const Recorded = ({ record, whose }: RecordedProps) => {
  const { id, outcome, how, by, on } = record;
  const t = useTexts();
  const { nameOf } = useNames();
  const lead = outcome === 'declined' || outcome === 'couldNot' ? outcome : null;
  const view = useCaseView();
  return (
    <div className={styles['state']}>
      <p className={styles['soft']}>
        {lead === null ? t('myPlan.heard.recorded', { ...whose, recorder: nameOf(by) }) : t(`myPlan.heard.${lead}`, whose)}
      </p>
      <Words>{how}</Words>
      {lead === 'couldNot' && <p>{t('myPlan.heard.spoke', { ...whose, spokesman: spokesmanOf(view, record) })}</p>}
      {lead !== null && (
        <p className={styles['soft']}>{t('myPlan.heard.by', { name: nameOf(by), day: on === null ? '' : formatDay(on) })}</p>
      )}
      <NotRight about={id} what={how} />
    </div>
  );
};
