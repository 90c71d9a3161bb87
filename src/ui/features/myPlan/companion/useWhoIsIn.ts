import { useCallback } from 'react';
import type { MemberId } from '../../../../core/shared/ids.ts';
import { useApplication, useOpenCase, useStore } from '../../../components/applicationContext.tsx';
import { useOpened } from '../../../components/useOpened.ts';

const unknown = { get: () => null, subscribe: () => () => undefined };

/** Whether a member reads the plan now. The plan names who was let in; that somebody was taken out again, only its circle tells. */
export function useWhoIsIn(): (member: MemberId | string) => boolean {
  const { circle } = useApplication();
  const { caseId } = useOpenCase();
  const found = useOpened(useCallback(() => circle.open(caseId), [circle, caseId]));
  const view = useStore(found.type === 'open' ? found.opened.view : unknown);
  return (member) => view === null || view.people.some((person) => person.member === member && person.role !== null);
}
