import { useEffect, useState } from 'react';
import type { HistoryEntry } from '../../application/application.ts';
import { useCaseView, useOpenCase } from './applicationContext.tsx';

/** Read again with every change of the case; null while the first reading goes on. It opens the whole log, so only where somebody asked. */
export function useHistory(): readonly HistoryEntry[] | null {
  const openCase = useOpenCase();
  const view = useCaseView();
  const [history, setHistory] = useState<readonly HistoryEntry[] | null>(null);
  useEffect(() => {
    let isLeft = false;
    void openCase.history().then((read) => !isLeft && setHistory(read));
    return () => {
      isLeft = true;
    };
  }, [openCase, view]);
  return history;
}
