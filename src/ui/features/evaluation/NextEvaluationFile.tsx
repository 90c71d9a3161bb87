import { CalendarPlus } from 'lucide-react';
import type { Evaluation } from '../../../core/plan/caseView.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { saveFile } from '../../components/saveFile.ts';
import { useTexts } from '../../i18n/useTexts.ts';

const USUAL_MINUTES = 50;

/** The next evaluation as a file for anyone's calendar. Its title names nobody: calendars are read by others. */
export const NextEvaluationFile = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const application = useApplication();
  const { id, decision, nextEvaluation: day, nextEvaluationAt: time } = evaluation;
  if (!day || decision === 'close') return null;
  const save = async () =>
    saveFile(
      await application.makeCalendarFile({ id, title: t('evaluation.summary.calendarTitle'), day, time, minutes: USUAL_MINUTES }),
      `${t('evaluation.summary.calendarFile')}-${day}.ics`,
    );
  return (
    <Button variant="quiet" icon={CalendarPlus} onPress={() => void save()}>
      {t('evaluation.summary.calendar')}
    </Button>
  );
};
