import { useState } from 'react';
import type { Result } from '../../core/shared/result.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { askErrorText, type AskError } from './askErrorText.ts';

export interface Ask {
  /** True when it was done; otherwise `errorText` says why, and nothing of what was filled in is lost. */
  readonly ask: (asked: () => Promise<Result<unknown, AskError>>) => Promise<boolean>;
  readonly isAsking: boolean;
  readonly errorText: string | null;
}

/** For buttons and forms that need others: the circle, the server, the organisation. Pressing twice asks once. */
export function useAsk(): Ask {
  const t = useTexts();
  const [error, setError] = useState<AskError | null>(null);
  const [isAsking, setAsking] = useState(false);

  async function ask(asked: () => Promise<Result<unknown, AskError>>): Promise<boolean> {
    if (isAsking) return false;
    setAsking(true);
    try {
      const result = await asked();
      setError(result.ok ? null : result.error);
      return result.ok;
    } finally {
      setAsking(false);
    }
  }

  return { ask, isAsking, errorText: error && askErrorText(t, error) };
}
