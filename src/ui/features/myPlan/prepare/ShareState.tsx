import { generatePath, Link, useParams } from 'react-router';
import type { VoiceView } from '../../../../application/application.ts';
import type { PreparedMeeting } from '../../../../core/part/drafts.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Chip } from '../../../components/Chip.tsx';
import { paths } from '../../../components/paths.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { useWho } from '../useWho.ts';

interface ShareStateProps {
  readonly state: PreparedMeeting['state'];
  /** Where it is drafted, and whom its author let in there. */
  readonly voice: VoiceView;
}

/** Who reads what stands on the form, above it: nobody else until it is shared. */
export const ShareState = ({ state, voice: { doc, others } }: ShareStateProps) => {
  const t = useTexts();
  const who = useWho();
  const { caseId = '' } = useParams();
  const { people } = useCaseView();
  if (state === 'shared')
    return (
      <div className={styles['state']}>
        <Chip tone="done">{t('prepare.shared')}</Chip>
        <p>{t('prepare.shared.explain', who)}</p>
      </div>
    );
  const names = others.map((reader) => people.find(({ member }) => member === reader.member)?.name ?? t('shell.conflict.someone'));
  return (
    <div className={styles['state']}>
      <Chip tone={state === 'changed' ? 'attention' : 'plain'}>
        {names.length === 0 ? t('prepare.alone', who) : t('prepare.letIn', { ...who, names: names.join(', ') })}
      </Chip>
      <p>
        {t(state === 'changed' ? 'prepare.changed' : 'prepare.until', who)}{' '}
        {doc && <Link to={generatePath(paths.part, { caseId, doc })}>{t('prepare.letSomeoneIn')}</Link>}
      </p>
    </div>
  );
};

/** Above the button: who reads it once it is shared. */
export const ReadersAfter = () => {
  const t = useTexts();
  const who = useWho();
  const { caseId = '' } = useParams();
  const { people, me } = useCaseView();
  const readers = people.filter(({ id, member }) => member !== '' && id !== me?.id).map(({ name }) => name);
  return (
    <p>
      {t(readers.length > 0 ? 'prepare.readers' : 'prepare.readers.later', { ...who, names: readers.join(', ') })}{' '}
      <Link to={generatePath(paths.circle, { caseId })}>{t('prepare.private')}</Link>
    </p>
  );
};
