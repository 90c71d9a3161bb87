import { generatePath, useNavigate } from 'react-router';
import type { Conference } from '../../../core/plan/caseView.ts';
import { useCaseView, useOpenCase, useStore } from '../../components/applicationContext.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { formatDayLong, formatTime } from '../../components/formatDate.ts';
import { Row, Stack } from '../../components/Layout.tsx';
import { ChangeConference } from '../../components/meetings/ChangeConference.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { familyFirst, hatOf, nameOf } from '../../components/people.ts';
import { useChange } from '../../components/useChange.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { conferencePath } from './conferencePath.ts';
import styles from './Conference.module.css';

/** Before it begins: when, who is expected and what must be said. */
export const StartConference = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const terms = useTerms();
  const view = useCaseView();
  const { caseId, mayMeet: mayMeetStore } = useOpenCase();
  const mayMeet = useStore(mayMeetStore);
  const navigate = useNavigate();
  const { run, isRunning, errorText } = useChange();
  const invited = familyFirst(view.people.filter(({ id }) => conference.invited.includes(id)));
  const points = view.points.filter(({ kind }) => kind === 'mustSay' || kind === 'agenda');

  async function begin(): Promise<void> {
    const started = await run({ type: 'startConference', conference: conference.id });
    if (started) await navigate(conferencePath(caseId, conference.id, 'welcome'), { replace: true });
  }

  return (
    <main id="main" className={styles['lobby']}>
      <Stack gap={5}>
        <PageHeading
          title={t('conference.start.title', { family: view.family.name })}
          neutralTitle={t('conference.tab')}
          intro={[conference.day && formatDayLong(conference.day), conference.at && formatTime(conference.at), conference.place]
            .filter(Boolean)
            .join(' · ')}
        />
        <Card labelledBy="expected" as="section">
          <Stack gap={3}>
            <h2 id="expected">{t('conference.start.expected')}</h2>
            {invited.length === 0 ? (
              <p>{t('conference.start.nobody')}</p>
            ) : (
              <ul className={styles['plainList']} translate="no">
                {invited.map((person) => (
                  <li key={person.id}>
                    {person.name} <small>{hatOf(terms, person)}</small>
                  </li>
                ))}
              </ul>
            )}
          </Stack>
        </Card>
        {points.length > 0 && (
          <Card labelledBy="points" as="section" tone="family">
            <Stack gap={3}>
              <h2 id="points">{t('conference.start.points')}</h2>
              <ol className={styles['numbered']} translate="no">
                {points.map((point) => (
                  <li key={point.id}>
                    {point.text} {point.saidBy && <small>{nameOf(view, point.saidBy)}</small>}
                  </li>
                ))}
              </ol>
            </Stack>
          </Card>
        )}
        <p>{t(mayMeet ? 'conference.start.offline' : 'conference.start.byProfessional')}</p>
        {errorText && <p role="alert">{errorText}</p>}
        <Row>
          {mayMeet && (
            <Button isDisabled={isRunning} onPress={() => void begin()}>
              {t('conference.start.begin')}
            </Button>
          )}
          <LinkButton variant="quiet" to={generatePath(paths.preparation, { caseId })}>
            {t('conference.start.prepare')}
          </LinkButton>
          <LinkButton variant="plain" to={generatePath(paths.case, { caseId })}>
            {t('conference.toCase')}
          </LinkButton>
        </Row>
        <ChangeConference conference={conference} />
      </Stack>
    </main>
  );
};
