import { useState, type FormEvent } from 'react';
import type { Result } from '../../../core/shared/result.ts';

type Problems<Field extends string> = { readonly [F in Field]?: string };

interface Submit<Field extends string> {
  /** At the field: what was wrong when it was sent and still is. What appears while filling in is said at the next try. */
  readonly problems: Problems<Field>;
  /** For the summary: those, and why it did not happen. */
  readonly errors: readonly string[];
  readonly isBusy: boolean;
  readonly onSubmit: (event: FormEvent) => void;
}

/**
 * Sending a form: nothing goes while something is wrong, pressing twice sends once, and a failure is said in words. Nothing of what was
 * filled in is lost by it.
 */
export function useSubmit<Field extends string, E>({
  found,
  send,
  say,
}: {
  /** What is wrong as it is filled in now. */
  readonly found: Problems<Field>;
  readonly send: () => Promise<Result<unknown, E>>;
  readonly say: (error: E) => string;
}): Submit<Field> {
  const [tried, setTried] = useState<Problems<Field>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const problems = Object.fromEntries(Object.entries(tried).filter(([field]) => field in found)) as Problems<Field>;
  // What was mended and is half typed again is not wrong yet: saying so would take the focus out of the field.
  if (Object.keys(problems).length < Object.keys(tried).length) setTried(problems);

  async function submit(): Promise<void> {
    setTried(found);
    if (isBusy || Object.keys(found).length > 0) return;
    setBusy(true);
    setFailure(null);
    const result = await send();
    setBusy(false);
    if (!result.ok) setFailure(say(result.error));
  }

  return {
    problems,
    errors: [...Object.values<string | undefined>(problems), failure].filter((text) => text !== undefined && text !== null),
    isBusy,
    onSubmit: (event) => {
      event.preventDefault();
      void submit();
    },
  };
}
