import { generatePath, Link } from 'react-router';
import type { CaseSummary } from '../../../application/application.ts';
import { Chip, type ChipTone } from '../../components/Chip.tsx';
import { formatDay, formatTime } from '../../components/formatDate.ts';
import { paths } from '../../components/paths.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { CaseCircle } from './CaseCircle.tsx';
import { CaseWaiting } from './CaseWaiting.tsx';
import styles from './cases.module.css';

const tones: Readonly<Record<CaseSummary['phase'], ChipTone>> = {
  intake: 'plain',
  preparation: 'primary',
  conference: 'primary',
  carryingOut: 'done',
  evaluation: 'attention',
  closure: 'plain',
};

/** One case: who, which phase and what comes next, what was kept, who coordinates. */
export const CaseRow = ({ summary }: { readonly summary: CaseSummary }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { caseId, name, children, phase, actionsKept, actionsTotal, actionsOverdue, coordinator, cover, preferredCoordinator } = summary;
  return (
    <li className={styles['row']}>
      <div>
        <Link className={styles['name']} to={generatePath(paths.case, { caseId })}>
          {t('cases.family', { name })}
        </Link>
        <p className={styles['soft']}>
          {children
            .map((child) => (child.age === null ? child.name : t('cases.childWithAge', { name: child.name, age: child.age })))
            .join(', ') || t('cases.noChildren')}
        </p>
        <CaseWaiting summary={summary} />
        <CaseCircle summary={summary} />
      </div>
      <div>
        <Chip tone={tones[phase]}>{term('family', 'phase', phase)}</Chip>
        <p className={styles['small']}>{nextStep(summary, t)}</p>
      </div>
      <div>
        {actionsTotal === 0 ? (
          <p className={styles['soft']}>{t('cases.noActions')}</p>
        ) : (
          <>
            <svg className={styles['meter']} viewBox={`0 0 ${actionsTotal} 1`} preserveAspectRatio="none" aria-hidden>
              <rect className={styles['kept']} width={actionsKept} height={1} />
              <rect className={styles['late']} x={actionsKept} width={actionsOverdue} height={1} />
            </svg>
            <p className={styles['soft']}>
              {t(actionsOverdue > 0 ? 'cases.keptWithOverdue' : 'cases.kept', {
                kept: actionsKept,
                total: actionsTotal,
                overdue: actionsOverdue,
              })}
            </p>
          </>
        )}
      </div>
      <div>
        <p>{coordinator ?? t('cases.noCoordinator')}</p>
        <p className={styles['soft']}>
          {coordinator
            ? cover
              ? t('cases.cover', { name: cover })
              : t('cases.noCover')
            : preferredCoordinator
              ? t('cases.preferred', { name: preferredCoordinator })
              : ''}
        </p>
      </div>
    </li>
  );
};

function nextStep({ nextConference, nextConferenceAt, nextEvaluation }: CaseSummary, t: ReturnType<typeof useTexts>): string {
  if (nextConference && (!nextEvaluation || nextConference <= nextEvaluation))
    return t(nextConferenceAt ? 'cases.nextConferenceAt' : 'cases.nextConference', {
      day: formatDay(nextConference),
      at: nextConferenceAt && formatTime(nextConferenceAt),
    });
  return nextEvaluation ? t('cases.nextEvaluation', { day: formatDay(nextEvaluation) }) : t('cases.nothingPlanned');
}
