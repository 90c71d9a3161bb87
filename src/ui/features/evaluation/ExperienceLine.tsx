import type { CaseView } from '../../../core/plan/caseView.ts';
import { useNames } from '../../components/useNames.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './Evaluation.module.css';
import { useVoiceText } from './useVoice.ts';

/** How it was for one person, and whether they wrote that themselves. */
export const ExperienceLine = ({ said: { by, grade, words, via, recordedBy } }: { readonly said: CaseView['experiences'][number] }) => {
  const t = useTexts();
  const { nameOf } = useNames();
  const voiceText = useVoiceText();
  return (
    <>
      <span translate="no">
        <strong>{nameOf(by)}</strong>
        {grade !== null && `: ${t('evaluation.summary.grade', { grade })}`}
        {words && ` “${words}”`}
      </span>
      <span className={styles['soft']}> {voiceText({ via, recordedBy })}</span>
    </>
  );
};
