import type { CircleJob, CircleView } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { problemText } from '../../components/askErrorText.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Stack } from '../../components/Layout.tsx';
import { useAsk } from '../../components/useAsk.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useNameInCircle } from '../../components/circle/circleWords.ts';

/** Decided, and not carried out everywhere yet. It goes on by itself; this shows it, and lets somebody push. */
export const CircleJobs = ({ view }: { readonly view: CircleView }) => {
  if (view.jobs.length === 0) return null;
  return (
    <Stack gap={2} as="ul">
      {view.jobs.map((job) => (
        <Job key={`${job.type}${job.member}`} view={view} job={job} />
      ))}
    </Stack>
  );
};

const Job = ({ view, job }: { readonly view: CircleView; readonly job: CircleJob }) => {
  const t = useTexts();
  const { circle } = useApplication();
  const nameOf = useNameInCircle(view);
  const { ask, isAsking, errorText } = useAsk();
  const isForMe = job.open.some(({ mine }) => mine);
  return (
    <li>
      <Banner
        tone="attention"
        title={t(`circle.job.${job.type}`, { name: nameOf(job.member) })}
        actions={
          isForMe && (
            <Button variant="quiet" isDisabled={isAsking} onPress={() => void ask(() => circle.continueJobs(view.caseId))}>
              {t('circle.job.continue')}
            </Button>
          )
        }
      >
        <p>{t('circle.job.open', { documents: job.open.map(({ kind }) => t(`circle.document.${kind}`)).join(', ') })}</p>
        {!isForMe && <p>{t('circle.job.others')}</p>}
        {(errorText ?? job.problem) && (
          <p role="status">
            {errorText ?? (job.problem && (job.problem === 'Offline' ? t('circle.job.offline') : problemText(t, job.problem)))}
          </p>
        )}
      </Banner>
    </li>
  );
};
