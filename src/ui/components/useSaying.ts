import { useState } from 'react';
import type { PlanCommand } from '../../core/plan/planCommand.ts';
import { useChange } from './useChange.ts';

/** A form for words that opens at a button and closes once its words are stored, or when somebody stops. */
export function useSaying() {
  const { run, isRunning, errorText, clearError } = useChange();
  const [isSaying, setSaying] = useState(false);
  return {
    isSaying,
    begin: () => setSaying(true),
    say: async (command: PlanCommand): Promise<void> => {
      if (await run(command)) setSaying(false);
    },
    form: {
      error: errorText,
      isBusy: isRunning,
      onCancel: () => {
        clearError();
        setSaying(false);
      },
    },
  };
}
