import { generatePath, Link, useParams } from 'react-router';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { PageHeading } from '../../../components/PageHeading.tsx';
import { paths } from '../../../components/paths.ts';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { nextMeeting } from '../nextMeeting.ts';
import { useOwnVoice } from '../useOwnVoice.ts';
import { useWho } from '../useWho.ts';
import { PrepareForm } from './PrepareForm.tsx';

/** Before a meeting, for those it is about: their own preparation, or with a child's id in the address that child's form. */
export const PrepareScreen = () => {
  const t = useTexts();
  const who = useWho();
  const { caseId = '', personId } = useParams();
  const view = useCaseView();
  const meeting = nextMeeting(view, useToday());
  const { me } = view;
  const person = personId === undefined ? me : view.children.find(({ id }) => id === personId);
  const voice = useOwnVoice();
  if (me && person && meeting) {
    if (voice.type !== 'open') return <p role="status">{voice.type === 'opening' ? t('prepare.opening') : t('errors.Locked')}</p>;
    return <PrepareForm key={`${person.id} ${meeting.id}`} voice={voice.opened} me={me} person={person} meeting={meeting} />;
  }
  return (
    <div className={styles['plan']}>
      <PageHeading title={t('prepare.title', who)} />
      <p>{t(meeting ? 'prepare.unknown' : 'prepare.noMeeting', who)}</p>
      <div>
        <Link className={styles['quiet']} to={generatePath(paths.case, { caseId })}>
          {t('prepare.back')}
        </Link>
      </div>
    </div>
  );
};
