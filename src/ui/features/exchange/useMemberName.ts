import { useEffect, useState } from 'react';
import type { CaseId, MemberId } from '../../../core/shared/ids.ts';
import { useApplication } from '../../components/applicationContext.tsx';

/** What the plan calls this member; null until it is known. A name stands only inside the case, so that is opened for it. */
export function useMemberName(caseId: CaseId, member: MemberId | null): string | null {
  const application = useApplication();
  const [found, setFound] = useState<{ readonly member: MemberId; readonly name: string } | null>(null);
  useEffect(() => {
    if (member === null) return;
    let isLeft = false;
    void application.openCase(caseId).then((opened) => {
      if (!opened.ok) return;
      const name = opened.value.view.get().people.find((person) => person.member === member)?.name;
      opened.value.close();
      if (name && !isLeft) setFound({ member, name });
    });
    return () => void (isLeft = true);
  }, [application, caseId, member]);
  return found !== null && found.member === member ? found.name : null;
}
