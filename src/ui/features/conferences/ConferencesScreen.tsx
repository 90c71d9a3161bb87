import { useState } from 'react';
import { generatePath, Link } from 'react-router';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Card } from '../../components/Card.tsx';
import { Chip } from '../../components/Chip.tsx';
import { formatDayLong, formatTime } from '../../components/formatDate.ts';
import { Row, Stack } from '../../components/Layout.tsx';
import { ConferenceButtons, type ConferenceChange } from '../../components/meetings/ConferenceButtons.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { ChangeFromList, type AskedChange } from './ChangeFromList.tsx';
import { listMeetings, type Meeting } from './meetings.ts';

/** Overleggen: every conference and evaluation over all cases, the next one first. */
export const ConferencesScreen = () => {
  const t = useTexts();
  const { cases } = useStore(useApplication().caseload);
  const { coming, past } = listMeetings(cases);
  const [asked, setAsked] = useState<AskedChange | null>(null);
  const [isAnswered, setAnswered] = useState(false);
  const ask = ({ summary: { caseId }, id }: Meeting, how: ConferenceChange) => {
    setAsked({ caseId, conference: id, how });
    setAnswered(false);
  };
  return (
    <Stack gap={5}>
      <PageHeading title={t('cases.conferences.title')} intro={t('cases.conferences.intro')} />
      {coming.length + past.length === 0 && (
        <Card>
          <h2>{t('cases.conferences.none')}</h2>
          <p>{t('cases.conferences.noneExplain')}</p>
        </Card>
      )}
      {asked && <ChangeFromList key={asked.caseId} {...asked} isAnswered={isAnswered} onAnswered={() => setAnswered(true)} />}
      {coming.length > 0 && <MeetingList title={t('cases.conferences.coming')} meetings={coming} onAsk={ask} />}
      {past.length > 0 && <MeetingList title={t('cases.conferences.past')} meetings={past} onAsk={ask} />}
    </Stack>
  );
};

interface MeetingListProps {
  readonly title: string;
  readonly meetings: readonly Meeting[];
  readonly onAsk: (meeting: Meeting, how: ConferenceChange) => void;
}

const MeetingList = ({ title, meetings, onAsk }: MeetingListProps) => (
  <Stack gap={3}>
    <h2>{title}</h2>
    <Stack gap={3} as="ul">
      {meetings.map((meeting) => (
        <MeetingCard key={meeting.id} meeting={meeting} onAsk={(how) => onAsk(meeting, how)} />
      ))}
    </Stack>
  </Stack>
);

interface MeetingCardProps {
  readonly meeting: Meeting;
  readonly onAsk: (how: ConferenceChange) => void;
}

const MeetingCard = ({ meeting, onAsk }: MeetingCardProps) => {
  const t = useTexts();
  const { term } = useTerms();
  const { kind, summary, id, day, at, place, people, isOpen, state } = meeting;
  const to =
    kind === 'conference'
      ? generatePath(paths.conference, { caseId: summary.caseId, conferenceId: id, step: null })
      : generatePath(paths.evaluation, { caseId: summary.caseId, evaluationId: id, step: null });
  const name = t(kind === 'conference' ? 'cases.conferences.conference' : 'cases.conferences.evaluation', { name: summary.name });
  const when = day && formatDayLong(day);
  return (
    <Card as="li">
      <Row justify="between" align="start">
        <h3>
          <Link to={to}>{name}</Link>
        </h3>
        <Chip tone={isOpen ? 'attention' : 'plain'}>
          {isOpen
            ? t('cases.conferences.isOpen')
            : kind === 'conference'
              ? term('conference', 'state', state)
              : term('evaluation', 'state', state)}
        </Chip>
      </Row>
      <p>
        {[when, at && formatTime(at), place, kind === 'conference' && t('cases.conferences.people', { count: people })]
          .filter(Boolean)
          .join(', ')}
      </p>
      {kind === 'conference' && state === 'planned' && !isOpen && summary.mayMeet && (
        <ConferenceButtons meeting={[name, when].filter(Boolean).join(', ')} onAsk={onAsk} />
      )}
    </Card>
  );
};
