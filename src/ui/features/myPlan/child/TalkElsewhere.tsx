import { Phone, PhoneCall } from 'lucide-react';
import { generatePath, Link, useParams } from 'react-router';
import { familyHelpers } from '../../../../core/plan/familyHelpers.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { paths } from '../../../components/paths.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import plan from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';

/** Somebody outside the plan to talk to: the number works everywhere, and the others are one tap away. */
export const TalkElsewhere = () => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  const { phone } = familyHelpers(useCaseView()).find(({ kind }) => kind === 'childLine')!;
  const lines = [t('myPlan.child.talk.line'), t('myPlan.child.talk.free')];
  return (
    <PlanCard title={t('myPlan.child.talk')} icon={PhoneCall} aloud={[...lines, phone]}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {phone && (
        <div>
          <a className={plan['primary']} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            <Phone size={22} aria-hidden /> {t('helpers.call', { phone })}
          </a>
        </div>
      )}
      <div>
        <Link className={plan['quiet']} to={generatePath(paths.helpers, { caseId })}>
          {t('myPlan.child.talk.more')}
        </Link>
      </div>
    </PlanCard>
  );
};
