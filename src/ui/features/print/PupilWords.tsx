import type { Goal } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './PupilWords.module.css';
import { useWords } from './useWords.ts';

interface PupilWordsProps {
  readonly goal: Goal;
  /** Where there is little room: of each child what it said last. */
  readonly isShort?: boolean;
}

/** What children say of a goal in their own words, how that was said, and what the team answered. */
export const PupilWords = ({ goal, isShort = false }: PupilWordsProps) => {
  const t = useTexts();
  const { nameOf } = useNames();
  const { how } = useWords();
  const said = useCaseView().pupilVoices.filter((one) => one.goal === goal.id);
  const shown = isShort ? said.filter((one) => one === said.findLast(({ by }) => by === one.by)) : said;
  if (shown.length === 0) return null;
  return (
    <ul className={styles['said']}>
      {shown.map((one) => (
        <li key={one.id}>
          <strong>{nameOf(one.by)}</strong>: “<bdi>{one.text}</bdi>” <small>({how(one)})</small>
          <br />
          {one.isOpen
            ? t('print.pupil.waiting')
            : one.replies.map((reply) => (
                <span key={reply.id} className={styles['answer']}>
                  {t('print.pupil.answer', { name: nameOf(reply.by), text: reply.text })}
                </span>
              ))}
        </li>
      ))}
    </ul>
  );
};
