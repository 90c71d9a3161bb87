import { createContext, use, type ReactNode } from 'react';
import type { AppUpdate } from '../../application/application.ts';
import { useStore } from './applicationContext.tsx';

const UpdateContext = createContext<AppUpdate | null>(null);

export const UpdateProvider = ({ update, children }: { readonly update: AppUpdate; readonly children: ReactNode }) => (
  <UpdateContext value={update}>{children}</UpdateContext>
);

/** Whether a newer version waits, and how to load it. */
export function useUpdate(): { readonly isAvailable: boolean; readonly load: () => void } {
  const update = use(UpdateContext);
  if (!update) throw new Error('UpdateProvider is missing');
  return { isAvailable: useStore(update.available), load: update.load };
}
