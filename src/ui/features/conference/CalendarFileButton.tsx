import { CalendarPlus } from 'lucide-react';
import type { Conference } from '../../../core/plan/caseView.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { saveFile } from '../../components/saveFile.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { USUAL_MINUTES } from './conferenceSteps.ts';

/** The evaluation as a file for anyone's calendar. Its title names nobody: calendars are read by others. */
export const CalendarFileButton = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const application = useApplication();
  const { nextEvaluation: day } = conference;
  if (!day) return null;
  const save = async () =>
    saveFile(
      await application.makeCalendarFile({
        id: conference.id,
        title: t('conference.next.calendarTitle'),
        day,
        time: conference.nextEvaluationAt,
        minutes: conference.minutes ?? USUAL_MINUTES,
      }),
      `${t('conference.next.calendarFile')}-${day}.ics`,
    );
  return (
    <Button variant="quiet" icon={CalendarPlus} onPress={() => void save()}>
      {t('conference.next.calendar')}
    </Button>
  );
};
