import { useState } from 'react';
import type { CircleView } from '../../../application/application.ts';
import type { MemberId } from '../../../core/shared/ids.ts';
import { useApplication, useOpenCase } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { formatWhen } from '../../components/exchange/exchangeWords.ts';
import { Card } from '../../components/Card.tsx';
import { errorText, type AppError } from '../../components/errorText.ts';
import { UndoBar } from '../../components/UndoBar.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './circle.module.css';
import { useNameInCircle } from '../../components/circle/circleWords.ts';

/** Made before leaving, arrived after: kept, shown, and not in the plan until somebody writes it there. */
export const LateEdits = ({ view }: { readonly view: CircleView }) => {
  const t = useTexts();
  const openCase = useOpenCase();
  const [problem, setProblem] = useState<AppError | null>(null);
  const takeOver = async (member: MemberId) => {
    const taken = await openCase.takeOverLate(member);
    setProblem(taken.ok ? null : taken.error);
  };
  const now = useApplication().clock.now();
  const nameOf = useNameInCircle(view);
  if (view.late.length === 0) return null;
  return (
    <Card as="section" labelledBy="late" tone="attention">
      <h2 id="late">{t('circle.late')}</h2>
      <p>{t('circle.late.explain')}</p>
      <ul className={styles['facts']}>
        {view.late.map(({ member, doc, count, newest, mayTakeOver }) => (
          <li key={`${doc}${member}`}>
            {t('circle.late.item', { count, name: nameOf(member), at: formatWhen(newest, now) })}
            {mayTakeOver && member !== null && (
              <Button
                variant="quiet"
                aria-label={t('circle.late.takeOverFrom', { name: nameOf(member) })}
                onPress={() => void takeOver(member)}
              >
                {t('circle.late.takeOver')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {view.late.some(({ mayTakeOver }) => mayTakeOver) && <p>{t('circle.late.takeOverExplain')}</p>}
      {problem && <p role="alert">{errorText(t, problem)}</p>}
      <UndoBar />
    </Card>
  );
};
