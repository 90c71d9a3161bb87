import { useCallback } from 'react';
import { useApplication, useOpenCase } from '../../components/applicationContext.tsx';
import { useOpened } from '../../components/useOpened.ts';

/** Where this person drafts, for as long as a screen is there; after the whole plan, which says what was shared of it. */
export function useOwnVoice() {
  const { parts } = useApplication();
  const openCase = useOpenCase();
  return useOpened(
    useCallback(async () => {
      // Whether the case can be read at all, the frame around this says.
      await openCase.whole().catch(() => undefined);
      return await parts.openVoice(openCase.caseId);
    }, [parts, openCase]),
  );
}
