import type { AccessLine } from '../../../../application/application.ts';
import type { CivilDate } from '../../../../core/shared/civilDate.ts';
import { formatDayLong } from '../../../components/formatDate.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';
import { useWho } from '../useWho.ts';
import { useSeenName } from './useSeenName.ts';

/** One day: each that was done by each person, once. What one's own devices did is one sentence. */
export const SeenDay = ({ day, lines }: { readonly day: CivilDate; readonly lines: readonly AccessLine[] }) => {
  const t = useTexts();
  const who = useWho();
  const nameOf = useSeenName();
  const others = lines.filter(({ me }) => !me);
  const sentences = [
    ...others.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b))).map((line) => t(`rights.seen.${line.what}`, { name: nameOf(line) })),
    ...(others.length < lines.length ? [t('rights.seen.mine', who)] : []),
  ];
  const said = [...new Set(sentences)];
  const title = formatDayLong(day);
  return (
    <PlanCard title={title} aloud={said}>
      <ul className={styles['list']}>
        {said.map((sentence) => (
          <li key={sentence} className={styles['item']}>
            {sentence}
          </li>
        ))}
      </ul>
    </PlanCard>
  );
};
