import { useLingui } from '@lingui/react';
import { useCaseView } from '../../components/applicationContext.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import type { FormProps } from './formProps.ts';
import styles from './Forms.module.css';
import { Sheet } from '../../components/paper/Sheet.tsx';
import { activeGoals } from './useWords.ts';
import { SignatureRow, WritingField, WritingSpace } from './WritingSpace.tsx';

const REPLIES = ['agreed', 'agreedWithRemark', 'notAgreed'] as const;

/** The answer of one person to the plan, on paper. Not agreeing is a valid answer, and has as much room. */
export const AnswerForm = ({ person }: FormProps) => {
  const t = useTexts();
  const { term } = useTerms();
  const language = useLingui().i18n.locale;
  const { nameOf } = useNames();
  const today = useToday();
  const view = useCaseView();
  const goals = activeGoals(view);
  const isFormal = person?.part !== 'child' && person?.part !== 'professional';
  return (
    <Sheet
      kind="form"
      title={t('print.answerForm.heading')}
      facts={[t('print.family', { name: view.family.name })]}
      purpose={t('print.answerForm.purpose')}
    >
      <WritingField label={t('print.name')} value={person?.name} />
      <section className={styles['about']}>
        <h3>{t('print.answerForm.plan', { day: formatDay(today, language) })}</h3>
        {goals.length === 0 && <p>{t('print.goals.none')}</p>}
        <ol>
          {goals.map((goal, index) => (
            <li key={goal.id}>{t('print.goals.one', { number: index + 1, statement: goal.statement })}</li>
          ))}
        </ol>
        {view.coordinator && <p>{t('print.coordinator.is', { name: nameOf(view.coordinator.person) })}</p>}
      </section>
      <p>{t(isFormal ? 'print.answerForm.explain.u' : 'print.answerForm.explain.je')}</p>
      <ul className={styles['replies']}>
        {REPLIES.map((reply) => (
          <li key={reply}>
            <span className={styles['square']} />
            <span>
              <strong>{term('answer', 'reply', reply)}</strong>
              <br />
              {t(`print.answerForm.${reply}`)}
            </span>
          </li>
        ))}
      </ul>
      <WritingSpace question={t('print.answerForm.view')} lines={9} />
      <SignatureRow sign={t('print.signature')} date={t('print.date')} />
    </Sheet>
  );
};
