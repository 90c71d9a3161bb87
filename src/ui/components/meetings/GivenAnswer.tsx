import type { CaseView, Person } from '../../../core/plan/caseView.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useCaseView } from '../applicationContext.tsx';
import { Chip } from '../Chip.tsx';
import { formatMoment } from '../formatDate.ts';
import { Row, Stack } from '../Layout.tsx';
import { hatOf, isFamily, nameOf } from '../people.ts';
import { Quote } from '../Quote.tsx';
import { useTerms } from '../useTerms.ts';
import styles from './GivenAnswer.module.css';

type Answer = CaseView['answers'][number];

/** What somebody said about the plan, whether it is about the plan as it is now, and how we know; or that they said nothing yet. */
export const GivenAnswer = ({ person, answer }: { readonly person: Person; readonly answer: Answer | undefined }) => {
  const t = useTexts();
  const terms = useTerms();
  return (
    <Stack gap={2}>
      <Row gap={2} justify="between">
        <span translate="no">
          <strong>{person.name}</strong> <small className={styles['soft']}>{hatOf(terms, person)}</small>
        </span>
        <Row gap={2}>
          {answer ? (
            <Chip tone={answer.reply === 'notAgreed' ? 'attention' : answer.current ? 'done' : 'plain'}>
              {answer.reply && terms.term('answer', 'reply', answer.reply)}
            </Chip>
          ) : (
            <Chip tone="plain">{t('meetings.answer.none')}</Chip>
          )}
          {answer && !answer.current && <Chip tone="attention">{t('meetings.answer.outdated')}</Chip>}
        </Row>
      </Row>
      {answer && <Words answer={answer} person={person} />}
    </Stack>
  );
};

/** Their own words, and who wrote them down: a recorded answer never looks like one's own. */
const Words = ({ answer, person }: { readonly answer: Answer; readonly person: Person }) => {
  const t = useTexts();
  const { term } = useTerms();
  const view = useCaseView();
  const how = {
    at: formatMoment(answer.at ?? 0),
    via: term('answer', 'via', answer.via ?? 'spoken'),
    name: nameOf(view, answer.recordedBy),
  };
  return (
    <>
      {answer.view && isFamily(person) && <Quote by={person.name}>{answer.view}</Quote>}
      {answer.view && !isFamily(person) && <p translate="no">{answer.view}</p>}
      <small className={styles['soft']}>{t(answer.recordedBy ? 'meetings.answer.howRecorded' : 'meetings.answer.how', how)}</small>
    </>
  );
};
