import type { HearingMoment } from '../../../core/plan/hearings.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { spokesmanOf } from '../../components/people.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useWho } from './useWho.ts';

/** What was said at one meeting and what was done with it, in the order in which it is read. */
export function useHeardSentences(): (heard: HearingMoment) => readonly string[] {
  const t = useTexts();
  const who = useWho();
  const { nameOf } = useNames();
  const { term } = useTerms();
  const view = useCaseView();
  return ({ child, outcome, own, record, answers }) => {
    const whose = { ...who, name: nameOf(child) };
    if (outcome === null) return [t('myPlan.heard.open', whose)];
    const lead = record?.outcome === 'declined' || record?.outcome === 'couldNot' ? record.outcome : 'heard';
    return [
      ...own.flatMap(({ words, mood, recordedBy }) => [
        recordedBy === null ? t('myPlan.heard.own', whose) : t('myPlan.heard.recorded', { ...whose, recorder: nameOf(recordedBy) }),
        ...(mood === null ? [] : [term('preparation', 'mood', mood)]),
        ...(words.length > 0 || mood !== null ? words : [t('myPlan.heard.noWords')]),
      ]),
      ...(record
        ? [
            lead === 'heard' ? t('myPlan.heard.recorded', { ...whose, recorder: nameOf(record.by) }) : t(`myPlan.heard.${lead}`, whose),
            record.how,
          ]
        : []),
      ...(record?.outcome === 'couldNot' ? [t('myPlan.heard.spoke', { ...whose, spokesman: spokesmanOf(view, record) })] : []),
      ...(answers.length > 0 ? [t('myPlan.pupil.weighed'), ...answers.map(({ text }) => text)] : []),
    ];
  };
}
