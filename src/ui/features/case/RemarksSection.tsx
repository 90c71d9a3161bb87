import { useState } from 'react';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { isFamily } from '../../components/people.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useStandingTexts } from './erasing/useStandingTexts.ts';
import { RemarkItem } from './remarks/RemarkItem.tsx';
import styles from './case.module.css';
import { Section } from './Section.tsx';

/** What the family asks, or says is not right: the team answers, and the family reads the answer on its own page. */
export const RemarksSection = () => {
  const t = useTexts();
  const { remarks, me, coordinator } = useCaseView();
  const textsOf = useStandingTexts();
  const [erasing, setErasing] = useState<EntityId | null>(null);
  if (remarks.length === 0) return null;
  // Of those it is about, only who coordinates answers for the team.
  const mayAnswer = me !== null && (!isFamily(me) || coordinator?.person === me.id);
  const shown = remarks.map((remark) => ({ remark, texts: remark.asks === 'erase' ? textsOf(remark.about as EntityId) : [] }));
  // What was said to be erased and still stands is not over.
  const isOver = ({ remark: { isOpen, replies }, texts }: (typeof shown)[number]) =>
    !isOpen && !(texts.length > 0 && replies.some(({ outcome }) => outcome === 'done'));
  const [open, over] = [shown.filter((one) => !isOver(one)), shown.filter(isOver)];
  const list = (some: typeof shown) => (
    <ul className={styles['list']}>
      {some.map(({ remark, texts }) => (
        <RemarkItem
          key={remark.id}
          remark={remark}
          mayAnswer={mayAnswer}
          texts={texts}
          isErasing={erasing === remark.id}
          onErasing={(isErasing) => setErasing(isErasing ? remark.id : null)}
        />
      ))}
    </ul>
  );
  return (
    <Section id="remarks" title={t('heard.remarks')}>
      {open.length === 0 ? <p>{t('heard.remarks.none')}</p> : list(open)}
      {over.length > 0 && (
        <details>
          <summary>{t('heard.remarks.answered', { count: over.length })}</summary>
          {list(over.toReversed())}
        </details>
      )}
    </Section>
  );
};
