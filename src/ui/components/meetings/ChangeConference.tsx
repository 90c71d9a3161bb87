import { useState } from 'react';
import type { Conference } from '../../../core/plan/caseView.ts';
import { isOver } from '../../../core/plan/meetings.ts';
import { useOpenCase, useStore } from '../applicationContext.tsx';
import { ChangeConferenceDialog } from './ChangeConferenceDialog.tsx';
import { ConferenceButtons, type ConferenceChange } from './ConferenceButtons.tsx';
import { useMoment } from './useMoment.ts';

/** Moving a conference or calling it off before it begins. Whoever may not, sees nothing of it. */
export const ChangeConference = ({ conference }: { readonly conference: Conference }) => {
  const mayMeet = useStore(useOpenCase().mayMeet);
  const momentOf = useMoment();
  const [asked, setAsked] = useState<ConferenceChange | null>(null);
  if (!mayMeet || conference.startedAt !== null || isOver(conference)) return null;
  return (
    <>
      <ConferenceButtons meeting={momentOf(conference)} onAsk={setAsked} />
      {asked && <ChangeConferenceDialog conference={conference} how={asked} onClose={() => setAsked(null)} />}
    </>
  );
};
