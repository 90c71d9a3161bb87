import { generatePath, Link } from 'react-router';
import type { PartView } from '../../../../application/application.ts';
import { saysSomething } from '../../../../core/plan/prepared.ts';
import { Explain } from '../../../components/Explain.tsx';
import { Prepared } from '../../../components/heard/PreparedWords.tsx';
import { paths } from '../../../components/paths.ts';
import { Words } from '../../../components/Words.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';

interface DraftsCardProps {
  readonly view: PartView;
  /** Whose they are. */
  readonly name: string;
}

/** What somebody prepares for a meeting, for them and whom they let in. It is written on their own form, and nowhere else. */
export const DraftsCard = ({ view, name }: DraftsCardProps) => {
  const t = useTexts();
  const drafts = view.preparations.filter(saysSomething);
  if (drafts.length === 0 && view.points.length === 0) return null;
  const isMine = view.kind === 'voice' && view.isFounder;
  const explain = t('ownWords.drafts.explain', { name });
  return (
    <PlanCard title={t('ownWords.drafts')} aloud={[explain, ...view.points.map(({ text }) => text)]}>
      {isMine ? (
        <div>
          <Link className={styles['quiet']} to={generatePath(paths.prepare, { caseId: view.caseId })}>
            {t('ownWords.drafts.form')}
          </Link>
        </div>
      ) : (
        <p>{explain}</p>
      )}
      <ul className={styles['list']}>
        {drafts.map((draft) => (
          <Prepared key={draft.id} preparation={draft} />
        ))}
      </ul>
      {view.points.length > 0 && (
        <>
          <h3>{t('ownWords.drafts.points')}</h3>
          <ul>
            {view.points.map(({ id, text }) => (
              <li key={id}>
                <Words as="span">{text}</Words>
              </li>
            ))}
          </ul>
        </>
      )}
      <Explain word="coordinator" />
    </PlanCard>
  );
};
