import { useEffect, useRef, useState } from 'react';
import type { OpenPart } from '../../../application/application.ts';
import { useApplication } from '../applicationContext.tsx';
import { useChangeOf } from '../useChange.ts';

interface NewEntry {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Adding was tried with nothing written. */
  readonly isMissing: boolean;
  readonly errorText: string | null;
  readonly isRunning: boolean;
  readonly add: () => Promise<void>;
}

/** What somebody writes in a part, and adds. What they were still writing when the device locks is an entry too. */
export function useNewEntry(part: OpenPart): NewEntry {
  const { clock, beforeLock } = useApplication();
  const { run, isRunning, errorText } = useChangeOf(part);
  const [text, setText] = useState('');
  const [isEmptyTried, setEmptyTried] = useState(false);
  const isEmpty = text.trim() === '';
  const add = async () => {
    setEmptyTried(isEmpty);
    if (isEmpty) return;
    const added = await run({ type: 'add', kind: 'entry', fields: { text: text.trim(), on: clock.today() } });
    if (added) setText('');
  };
  const latest = useRef(add);
  useEffect(() => void (latest.current = add));
  useEffect(() => beforeLock(async () => await latest.current()), [beforeLock]);
  return { text, setText, isMissing: isEmptyTried && isEmpty, errorText, isRunning, add };
}
