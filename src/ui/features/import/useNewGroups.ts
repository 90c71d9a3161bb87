import { useState } from 'react';
import type { Application } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import type { AppError } from '../../components/errorText.ts';
import type { ChildOfCase } from './pupils.ts';

interface NewGroup {
  readonly child: ChildOfCase;
  readonly group: string;
}

/** Takes over new groups into the cases of the children, one save per child; what was taken over can be put back. */
export function useNewGroups() {
  const application = useApplication();
  const [taken, setTaken] = useState<readonly NewGroup[]>([]);
  const [error, setError] = useState<AppError | null>(null);
  const [isRunning, setIsRunning] = useState(false);

  async function setAll(groups: readonly NewGroup[]): Promise<readonly NewGroup[]> {
    const done: NewGroup[] = [];
    setIsRunning(true);
    setError(null);
    for (const one of groups) {
      const failed = await setGroup(application, one);
      if (failed) setError(failed);
      else done.push(one);
    }
    setIsRunning(false);
    return done;
  }

  return {
    taken,
    error,
    isRunning,
    take: async (groups: readonly NewGroup[]) => {
      const done = await setAll(groups);
      setTaken((before) => [...before, ...done]);
    },
    undo: async () => {
      const back = await setAll(taken.map(({ child }) => ({ child, group: child.schoolGroup })));
      setTaken(taken.filter(({ child }) => back.every((one) => one.child !== child)));
    },
  };
}

async function setGroup(application: Application, { child, group }: NewGroup): Promise<AppError | null> {
  const opened = await application.openCase(child.summary.caseId);
  if (!opened.ok) return opened.error;
  const changed = await opened.value.change({ type: 'set', entity: child.id, field: 'schoolGroup', value: group });
  opened.value.close();
  return changed.ok ? null : changed.error;
}
