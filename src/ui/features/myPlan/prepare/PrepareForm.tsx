import { useState } from 'react';
import { generatePath, Link, useNavigate, useParams } from 'react-router';
import type { OpenVoice } from '../../../../application/application.ts';
import { readerOf } from '../../../../core/consent/youngReader.ts';
import type { Person } from '../../../../core/plan/caseView.ts';
import { EditedProvider, useApplication, useStore } from '../../../components/applicationContext.tsx';
import { errorText } from '../../../components/errorText.ts';
import { formatDayLong } from '../../../components/formatDate.ts';
import { PageHeading } from '../../../components/PageHeading.tsx';
import { paths } from '../../../components/paths.ts';
import { UndoBar } from '../../../components/UndoBar.tsx';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { Failed } from '../Failed.tsx';
import styles from '../myPlan.module.css';
import type { Meeting } from '../nextMeeting.ts';
import { PlanCard } from '../PlanCard.tsx';
import { useWho } from '../useWho.ts';
import { QUESTIONS } from './forms.ts';
import { QuestionField } from './QuestionField.tsx';
import { ReadersAfter, ShareState } from './ShareState.tsx';
import { usePreparing } from './usePreparing.ts';

interface PrepareFormProps {
  readonly voice: OpenVoice;
  readonly me: Person;
  readonly person: Person;
  readonly meeting: Meeting;
}

/** One question per card, nothing compulsory, each word saved as it is typed; nobody else reads it until it is shared. */
export const PrepareForm = ({ voice, me, person, meeting }: PrepareFormProps) => {
  const t = useTexts();
  const who = useWho();
  const { caseId = '' } = useParams();
  const navigate = useNavigate();
  const application = useApplication();
  const form = readerOf(person, useToday());
  const isMine = person.id === me.id;
  const preparing = usePreparing(voice, me, person.id, meeting.id);
  const drafts = useStore(voice.view);
  const [isSharing, setSharing] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const { state } = preparing.prepared;
  const toPlan = generatePath(paths.case, { caseId });

  async function share(): Promise<void> {
    if (isSharing) return;
    setSharing(true);
    setFailed(await shareNow());
    setSharing(false);
  }

  /** Why it was not shared. */
  async function shareNow(): Promise<string | null> {
    // What a field still holds is shared too.
    const stored = await application.saveEverything();
    if (!stored.ok) return errorText(t, stored.error);
    if (preparing.read().state === 'nothing') return t('prepare.empty', who);
    const shared = await preparing.share();
    if (!shared.ok) return errorText(t, shared.error);
    await navigate(toPlan);
    return null;
  }

  return (
    <div className={styles['plan']}>
      <PageHeading
        title={isMine ? t('prepare.title', who) : t('prepare.titleOf', { name: person.name })}
        neutralTitle={t('prepare.title', who)}
        intro={t('prepare.when', { day: formatDayLong(meeting.day) })}
      />
      {!isMine && <p>{t('prepare.together', { name: person.name })}</p>}
      <p>{t('prepare.free', who)}</p>
      <ShareState state={state} voice={drafts} />
      <EditedProvider edited={preparing.edited}>
        {QUESTIONS[form].map((question) => {
          const title = t(`prepare.${question}`, { form });
          const hint = t(`prepare.${question}.hint`, { form });
          return (
            <PlanCard key={question} title={title} aloud={[hint]}>
              <p className={styles['soft']}>{hint}</p>
              <QuestionField question={question} label={title} form={form} preparing={preparing} />
            </PlanCard>
          );
        })}
        <Failed why={failed} />
        {state !== 'shared' && <ReadersAfter />}
        <div className={styles['buttons']}>
          {state !== 'shared' && (
            <button type="button" className={styles['primary']} onClick={() => void share()}>
              {t(state === 'changed' ? 'prepare.shareAgain' : 'prepare.share')}
            </button>
          )}
          <Link className={state === 'shared' ? styles['primary'] : styles['plain']} to={toPlan}>
            {t('prepare.back')}
          </Link>
        </div>
        <UndoBar />
      </EditedProvider>
    </div>
  );
};
