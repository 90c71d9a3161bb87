import { useEffect } from 'react';
import type { OpenPart } from '../../../application/application.ts';

/** Who reads or prints a part is noted in it, wherever it is shown. */
export function useNoteReading(part: OpenPart): void {
  useEffect(() => {
    const notePrint = () => void part.note('printed');
    void part.note('opened');
    window.addEventListener('beforeprint', notePrint);
    return () => window.removeEventListener('beforeprint', notePrint);
  }, [part]);
}
