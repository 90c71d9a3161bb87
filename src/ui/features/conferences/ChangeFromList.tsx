import { useCallback } from 'react';
import type { CaseId, EntityId } from '../../../core/shared/ids.ts';
import { OpenCaseProvider, useApplication, useCaseView, useOpenCase, useStore } from '../../components/applicationContext.tsx';
import { ChangeConferenceDialog } from '../../components/meetings/ChangeConferenceDialog.tsx';
import type { ConferenceChange } from '../../components/meetings/ConferenceButtons.tsx';
import { UndoBar } from '../../components/UndoBar.tsx';
import { useOpened } from '../../components/useOpened.ts';
import { useTexts } from '../../i18n/useTexts.ts';

export interface AskedChange {
  readonly caseId: CaseId;
  readonly conference: EntityId;
  readonly how: ConferenceChange;
}

interface ChangeFromListProps extends AskedChange {
  /** Answered or left: the case stays open, so that it can be taken back. */
  readonly isAnswered: boolean;
  readonly onAnswered: () => void;
}

/** Opens the case behind one line of the list, for moving its conference or calling it off. */
export const ChangeFromList = ({ caseId, ...asked }: ChangeFromListProps) => {
  const t = useTexts();
  const application = useApplication();
  const found = useOpened(useCallback(() => application.openCase(caseId), [application, caseId]));
  if (found.type === 'opening') return <p role="status">{t('shell.loading.case')}</p>;
  if (found.type === 'failed') return <p role="alert">{t('errors.UnknownCase')}</p>;
  return (
    <OpenCaseProvider openCase={found.opened}>
      <Asking {...asked} />
      <UndoBar />
    </OpenCaseProvider>
  );
};

const Asking = ({ conference: id, how, isAnswered, onAnswered }: Omit<ChangeFromListProps, 'caseId'>) => {
  const t = useTexts();
  const mayMeet = useStore(useOpenCase().mayMeet);
  const conference = useCaseView().conferences.find((candidate) => candidate.id === id);
  if (isAnswered || !conference) return null;
  // The list runs a little behind the circle.
  if (!mayMeet) return <p role="alert">{t('meetings.notYours')}</p>;
  return <ChangeConferenceDialog key={`${id} ${how}`} conference={conference} how={how} onClose={onAnswered} />;
};
