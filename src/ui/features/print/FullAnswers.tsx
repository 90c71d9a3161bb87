import { useCaseView } from '../../components/applicationContext.tsx';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Facts, FullPart } from './FullPart.tsx';
import styles from './FullPlan.module.css';
import { useDays } from './useDays.ts';
import { answersOf, useWords } from './useWords.ts';

/** What everyone thinks of the plan, in their own words, how they said it, and whether the plan changed since. */
export const FullAnswers = () => {
  const t = useTexts();
  const { term } = useTerms();
  const { moment } = useDays();
  const { personWithHat, how } = useWords();
  const answers = answersOf(useCaseView());
  return (
    <FullPart title={t('print.answers')}>
      {answers.length === 0 && <p>{t('print.answers.none')}</p>}
      <ul>
        {answers.map((answer) => (
          <li key={answer.id} className={styles['item']}>
            <h4>
              {personWithHat(answer.by)}: {answer.reply && term('answer', 'reply', answer.reply).toLowerCase()}
            </h4>
            <Facts
              facts={[
                [t('fullPrint.answers.view'), answer.view],
                [t('fullPrint.answers.how'), [how(answer), answer.at && moment(answer.at)].filter(Boolean).join(', ')],
                [t('fullPrint.answers.about'), answer.current ? '' : t('print.earlier')],
              ]}
            />
          </li>
        ))}
      </ul>
    </FullPart>
  );
};
