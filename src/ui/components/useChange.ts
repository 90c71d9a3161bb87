import { useState } from 'react';
import type { PlanCommand } from '../../core/plan/planCommand.ts';
import type { EntityId } from '../../core/shared/ids.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { useOpenCase, type Edited } from './applicationContext.tsx';
import { errorText, type AppError } from './errorText.ts';

export interface Change<C> {
  /** One save for all commands. The ids of what was added, or null when nothing was changed; then `errorText` says why. */
  readonly run: (...commands: readonly C[]) => Promise<readonly EntityId[] | null>;
  readonly isRunning: boolean;
  readonly errorText: string | null;
  readonly clearError: () => void;
}

/** For buttons and forms that change the open case; fields save themselves. */
export const useChange = (): Change<PlanCommand> => useChangeOf(useOpenCase());

/** The same for any document that can be changed. */
export function useChangeOf<C>(document: { readonly change: (...commands: readonly C[]) => ReturnType<Edited['change']> }): Change<C> {
  const t = useTexts();
  const [error, setError] = useState<AppError | null>(null);
  const [running, setRunning] = useState(0);

  async function run(...commands: readonly C[]): Promise<readonly EntityId[] | null> {
    setRunning((count) => count + 1);
    try {
      const result = await document.change(...commands);
      setError(result.ok ? null : result.error);
      return result.ok ? result.value.added : null;
    } finally {
      setRunning((count) => count - 1);
    }
  }

  return { run, isRunning: running > 0, errorText: error && errorText(t, error), clearError: () => setError(null) };
}
