import { useState } from 'react';
import { generatePath, Link, useNavigate, useParams } from 'react-router';
import { readerOf } from '../../../../core/consent/youngReader.ts';
import type { Person } from '../../../../core/plan/caseView.ts';
import { saysSomething } from '../../../../core/plan/ownWords.ts';
import { EditedProvider, useCaseView } from '../../../components/applicationContext.tsx';
import { Chip } from '../../../components/Chip.tsx';
import { formatDayLong } from '../../../components/formatDate.ts';
import { PageHeading } from '../../../components/PageHeading.tsx';
import { paths } from '../../../components/paths.ts';
import { UndoBar } from '../../../components/UndoBar.tsx';
import { useChangeOf } from '../../../components/useChange.ts';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { Failed } from '../Failed.tsx';
import styles from '../myPlan.module.css';
import type { Meeting } from '../nextMeeting.ts';
import { PlanCard } from '../PlanCard.tsx';
import { useWho } from '../useWho.ts';
import { QUESTIONS } from './forms.ts';
import { mustSayOf } from './mustSayOf.ts';
import { QuestionField } from './QuestionField.tsx';
import { usePreparing } from './usePreparing.ts';

interface PrepareFormProps {
  readonly me: Person;
  readonly person: Person;
  readonly meeting: Meeting;
}

/** One question per card, nothing compulsory, each word saved as it is typed; and above it who reads it. */
export const PrepareForm = ({ me, person, meeting }: PrepareFormProps) => {
  const t = useTexts();
  const who = useWho();
  const { caseId = '' } = useParams();
  const navigate = useNavigate();
  const view = useCaseView();
  const form = readerOf(person, useToday());
  const isMine = person.id === me.id;
  const preparing = usePreparing(me, person.id, meeting.id);
  const { run, isRunning, errorText } = useChangeOf(preparing.edited);
  const [isEmpty, setEmpty] = useState(false);
  const { said, entity, edited } = preparing;
  const readers = view.people.filter(({ id, member }) => member !== '' && id !== me.id).map(({ name }) => name);
  const toPlan = generatePath(paths.case, { caseId });
  const isSaid = (said !== undefined && saysSomething(said)) || mustSayOf(view, me, person.id, meeting.id).length > 0;

  async function finish(): Promise<void> {
    setEmpty(!isSaid);
    if (!isSaid || isRunning) return;
    if (await run({ type: 'set', entity, field: 'ready', value: true })) await navigate(toPlan);
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
      <p>
        {readers.length > 0 ? t('prepare.readers', { ...who, names: readers.join(', ') }) : t('prepare.readers.later', who)}{' '}
        <Link to={generatePath(paths.circle, { caseId })}>{t('prepare.private')}</Link>
      </p>
      {said?.ready && (
        <div className={styles['state']}>
          <Chip tone="done">{t('prepare.ready')}</Chip>
          <p>{t('prepare.ready.explain', who)}</p>
        </div>
      )}
      <EditedProvider edited={edited}>
        {QUESTIONS[form].map((question) => {
          const title = t(`prepare.${question}`, { form });
          const hint = t(`prepare.${question}.hint`, { form });
          return (
            <PlanCard key={question} title={title} aloud={[hint]}>
              <p className={styles['soft']}>{hint}</p>
              <QuestionField
                question={question}
                label={title}
                form={form}
                me={me}
                by={person.id}
                meeting={meeting.id}
                preparing={preparing}
              />
            </PlanCard>
          );
        })}
      </EditedProvider>
      <Failed why={errorText ?? (isEmpty ? t('prepare.empty', who) : null)} />
      <div className={styles['buttons']}>
        {!said?.ready && (
          <button type="button" className={styles['primary']} onClick={() => void finish()}>
            {t('prepare.finish')}
          </button>
        )}
        <Link className={said?.ready ? styles['primary'] : styles['plain']} to={toPlan}>
          {t('prepare.back')}
        </Link>
      </div>
      <UndoBar />
    </div>
  );
};
