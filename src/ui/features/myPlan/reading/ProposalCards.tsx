import type { CircleView } from '../../../../application/application.ts';
import { Words } from '../../../components/Words.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';
import { useReading } from './useReading.ts';

/** That somebody of the family would read along no more: who proposed it and why. Two who help decide it, never the family. */
export const ProposalCards = ({ view }: { readonly view: CircleView }) => {
  const t = useTexts();
  const { nameOf } = useReading(view);
  return view.proposals.map(({ member, by, reason }) => {
    const title = t('reading.proposal', { name: nameOf(member) });
    const isReplaced = view.people.some((person) => person.member === member && person.replaced);
    const says = t('reading.proposal.by', { names: by.map(nameOf).join(', ') });
    return (
      <PlanCard key={member} title={title} aloud={[says, isReplaced ? t('reading.replaced') : reason, t('reading.proposal.waits')]}>
        <p>{says}</p>
        {isReplaced ? (
          <p>{t('reading.replaced')}</p>
        ) : (
          <div className={styles['reply']}>
            <Words>{reason}</Words>
          </div>
        )}
        <p>{t('reading.proposal.waits')}</p>
      </PlanCard>
    );
  });
};
