import { useEffect, useRef, useState } from 'react';
import type { PlanCommand } from '../../../core/plan/planCommand.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useApplication, useOpenCase } from '../../components/applicationContext.tsx';
import type { Domain } from '../../components/domainIcons.ts';
import { errorText } from '../../components/errorText.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import type { CaptureKind } from './conferenceSteps.ts';

export interface Note {
  readonly kind: CaptureKind;
  readonly domain: Domain | null;
  /** Who said it; of an action: who does it. */
  readonly by: EntityId | null;
  readonly conference: EntityId;
}
export type Captured = { readonly kind: CaptureKind; readonly text: string } | { readonly refused: string } | null;

/** The line in which people type what is said: saved with Enter, and never lost when it is half typed. */
export function useCapture(note: Note) {
  const t = useTexts();
  const application = useApplication();
  const openCase = useOpenCase();
  const [text, setText] = useState('');
  const [captured, setCaptured] = useState<Captured>(null);
  const unsaved = useRef(text);
  useEffect(() => {
    unsaved.current = text;
  });

  // Before a lock, and on leaving, what is left in the line is kept as a parked point.
  const { conference } = note;
  useEffect(() => {
    const park = async () => {
      const left = unsaved.current.trim();
      unsaved.current = '';
      if (left !== '') await openCase.change(commandOf(left, { kind: 'parked', domain: null, by: null, conference }));
    };
    const stop = application.beforeLock(park);
    return () => {
      stop();
      void park();
    };
  }, [application, openCase, conference]);

  async function save(): Promise<void> {
    const said = text.trim();
    if (said === '') return;
    setText('');
    const saved = await openCase.change(commandOf(said, note));
    if (saved.ok) return setCaptured({ kind: note.kind, text: said });
    // What could not be stored yet waits in memory and is in the view already; anything else goes back into the line.
    if (saved.error.type !== 'NotSaved') setText(said);
    setCaptured({ refused: errorText(t, saved.error) });
  }
  return { text, setText, save, captured };
}

function commandOf(text: string, { kind, domain, by, conference }: Note): PlanCommand {
  if (kind === 'action') return { type: 'add', kind: 'action', fields: { what: text, domain, conference, who: by === null ? [] : [by] } };
  return { type: 'turnInto', source: null, text, into: kind, domain, saidBy: by, conference };
}
