import { generatePath, useParams } from 'react-router';
import type { CaseId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { ClosedConference } from './ClosedConference.tsx';
import styles from './Conference.module.css';
import { ConferenceRoom } from './ConferenceRoom.tsx';
import { isStep, stepToContinue } from './conferenceSteps.ts';
import { StartConference } from './StartConference.tsx';

/** A conference from beginning to end. It continues where it was: at the step of the address, or the first that is not done. */
export const ConferenceScreen = () => {
  const { caseId, conferenceId, step } = useParams();
  const conference = useCaseView().conferences.find(({ id }) => id === conferenceId);
  if (!conference) return <UnknownConference caseId={caseId as CaseId} />;
  if (conference.state === 'moved' || conference.state === 'cancelled') return <ClosedConference conference={conference} />;
  if (conference.startedAt === null) return <StartConference conference={conference} />;
  if (conference.endedAt !== null && !isStep(step)) return <ClosedConference conference={conference} />;
  return <ConferenceRoom conference={conference} step={isStep(step) ? step : stepToContinue(conference)} />;
};

const UnknownConference = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useTexts();
  return (
    <main id="main" className={styles['lobby']}>
      <Stack>
        <PageHeading title={t('conference.unknown.title')} intro={t('conference.unknown.explain')} />
        <div>
          <LinkButton to={generatePath(paths.case, { caseId })}>{t('conference.toCase')}</LinkButton>
        </div>
      </Stack>
    </main>
  );
};
