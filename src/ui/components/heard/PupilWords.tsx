import type { PupilVoice } from '../../../core/plan/caseView.ts';
import { Smiley } from '../Smiley.tsx';
import { useTerms } from '../useTerms.ts';
import { Words } from '../Words.tsx';
import { Drawing } from './Drawing.tsx';
import styles from './heard.module.css';

interface PupilWordsProps {
  readonly said: Pick<PupilVoice, 'mood' | 'drawing'> & { readonly text: string | readonly string[] };
  /** What the drawing is, for who does not see it. */
  readonly drawing: string;
}

/** What a child said: a face with its word, words and a drawing, as far as there are any. */
export const PupilWords = ({ said: { mood, text, drawing }, drawing: label }: PupilWordsProps) => {
  const { term } = useTerms();
  return (
    <>
      {mood && (
        <p className={styles['mood']}>
          <Smiley mood={mood} /> {term('pupilVoice', 'mood', mood)}
        </p>
      )}
      {[text].flat().map((words) => words && <Words key={words}>{words}</Words>)}
      {drawing && <Drawing drawing={drawing} label={label} />}
    </>
  );
};
