import { useState } from 'react';
import type { OpenCase, OpenVoice } from '../../../../application/application.ts';
import type { PartCommand } from '../../../../core/part/decidePart.ts';
import { type PreparedMeeting, readPrepared, shareCommand, writeDraft } from '../../../../core/part/drafts.ts';
import type { Person } from '../../../../core/plan/caseView.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { type Edited, useCaseView, useOpenCase, useStore } from '../../../components/applicationContext.tsx';

export interface Preparing {
  readonly prepared: PreparedMeeting;
  /** The same as it is at this moment, also before the screen has followed. */
  readonly read: () => PreparedMeeting;
  readonly write: (...commands: readonly PartCommand[]) => ReturnType<Edited['change']>;
  /** Where the fields write: the first word makes the draft, in the same save. */
  readonly edited: Edited;
  /** Brings what stands on the form into the plan. */
  readonly share: () => ReturnType<Edited['change']>;
}

/** One person's preparation of one meeting, on the device of `me`: their own, or a child's that they write down with them. */
export function usePreparing(voice: OpenVoice, me: Person, by: EntityId, meeting: EntityId): Preparing {
  const openCase = useOpenCase();
  const plan = useCaseView();
  const drafts = useStore(voice.view);
  const [verbs] = useState(() => verbsOf(openCase, voice, me, by, meeting));
  return { ...verbs, prepared: readPrepared(plan, drafts, me, by, meeting) };
}

function verbsOf(openCase: OpenCase, voice: OpenVoice, me: Person, by: EntityId, meeting: EntityId): Omit<Preparing, 'prepared'> {
  const write: Preparing['write'] = (...commands) =>
    voice.change((drafts) => writeDraft(readPrepared(openCase.view.get(), drafts, me, by, meeting), commands));
  const { view, undoable, undo, basisOf, erasing } = voice;
  const read = () => readPrepared(openCase.view.get(), view.get(), me, by, meeting);
  return {
    read,
    write,
    edited: { view, undoable, undo, basisOf, erasing, change: write },
    share: () => openCase.change(shareCommand(read())),
  };
}
