import type { Goal, PupilVoice } from '../../../core/plan/caseView.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useCaseView } from '../applicationContext.tsx';
import { Chip } from '../Chip.tsx';
import { childrenOf, isFamily } from '../people.ts';
import { Quote } from '../Quote.tsx';
import { useNames } from '../useNames.ts';
import { useTerms } from '../useTerms.ts';
import { AnswerPupil } from './AnswerPupil.tsx';
import styles from './heard.module.css';
import { PupilWords } from './PupilWords.tsx';
import { WritePupilVoice } from './WritePupilVoice.tsx';

/** What children say of one goal in their own words, and what the team did with it; the team answers here and writes down with them. */
export const PupilVoices = ({ goal }: { readonly goal: Goal }) => {
  const t = useTexts();
  const view = useCaseView();
  const said = view.pupilVoices.filter((one) => one.goal === goal.id);
  const isTeam = view.me !== null && !isFamily(view.me);
  return (
    <>
      {said.length > 0 && (
        <ul className={styles['list']} aria-label={t('heard.pupil')}>
          {said.map((one) => (
            <Item key={one.id} said={one} mayAnswer={isTeam} />
          ))}
        </ul>
      )}
      {isTeam && childrenOf(view, goal).map((child) => <WritePupilVoice key={child.id} goal={goal} child={child} />)}
    </>
  );
};

const Item = ({ said, mayAnswer }: { readonly said: PupilVoice; readonly mayAnswer: boolean }) => {
  const t = useTexts();
  const { nameOf } = useNames();
  const { term } = useTerms();
  const { by, via, recordedBy, replies, isOpen } = said;
  const name = nameOf(by);
  const how = term('pupilVoice', 'via', via ?? 'spoken');
  return (
    <li className={styles['own']}>
      <Quote by={via === 'own' ? t('heard.pupil.own', { name }) : t('heard.pupil.recorded', { name, how, recorder: nameOf(recordedBy) })}>
        <PupilWords said={said} drawing={t('heard.drawing', { name })} />
      </Quote>
      <div>
        <Chip tone={isOpen ? 'attention' : 'done'}>{t(isOpen ? 'heard.pupil.waiting' : 'heard.pupil.answered')}</Chip>
      </div>
      {replies.map((reply) => (
        <p key={reply.id} translate="no">
          <strong>{nameOf(reply.by)}:</strong> {reply.text}
        </p>
      ))}
      {mayAnswer && isOpen && <AnswerPupil said={said} name={name} />}
    </li>
  );
};
