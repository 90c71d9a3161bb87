import { createContext, use, useState, type ReactNode } from 'react';
import type { AppUpdate } from '../../application/application.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { useApplication, useStore } from './applicationContext.tsx';
import { errorText, type AppError } from './errorText.ts';
import { useIsTrial } from './useIsTrial.ts';

const UpdateContext = createContext<AppUpdate | null>(null);

export const UpdateProvider = ({ update, children }: { readonly update: AppUpdate; readonly children: ReactNode }) => (
  <UpdateContext value={update}>{children}</UpdateContext>
);

interface Update {
  readonly isAvailable: boolean;
  readonly load: () => Promise<void>;
  /** Something is not stored yet: loading now would lose it. */
  readonly errorText: string | null;
}

/** Whether a newer version waits, and how to load it once everything is saved. Not in a trial: that would end with it. */
export function useUpdate(): Update {
  const t = useTexts();
  const application = useApplication();
  const update = use(UpdateContext);
  if (!update) throw new Error('UpdateProvider is missing');
  const isTrial = useIsTrial();
  const [error, setError] = useState<AppError | null>(null);
  return {
    isAvailable: useStore(update.available) && !isTrial,
    load: async () => {
      const saved = await application.saveEverything();
      setError(saved.ok ? null : saved.error);
      if (saved.ok) update.load();
    },
    errorText: error && errorText(t, error),
  };
}
