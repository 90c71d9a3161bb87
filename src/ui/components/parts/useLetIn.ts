import { useState } from 'react';
import type { CirclePerson, OpenCircle, PartView } from '../../../application/application.ts';
import type { MemberId } from '../../../core/shared/ids.ts';
import { useApplication, useStore } from '../applicationContext.tsx';
import { useAsk } from '../useAsk.ts';
import { mayJoin } from './mayJoin.ts';

interface LetIn {
  readonly offered: readonly CirclePerson[];
  readonly chosen: MemberId | null;
  readonly choose: (member: MemberId | null) => void;
  /** Letting in was tried with nobody chosen. */
  readonly isMissing: boolean;
  readonly isAsking: boolean;
  readonly errorText: string | null;
  readonly letIn: () => Promise<void>;
}

/** Choosing who of the plan's circle reads a part too, from now on. */
export function useLetIn({ view, circle, onDone }: { view: PartView; circle: OpenCircle; onDone: () => void }): LetIn {
  const application = useApplication();
  const { people } = useStore(circle.view);
  const { ask, isAsking, errorText } = useAsk();
  const [chosen, choose] = useState<MemberId | null>(null);
  const [isTried, setTried] = useState(false);
  const letIn = async () => {
    setTried(true);
    if (isAsking || chosen === null) return;
    if (await ask(() => application.circle.letInto(view.caseId, view.doc, chosen))) onDone();
  };
  return {
    offered: people.filter((person) => mayJoin(view, person)),
    chosen,
    choose,
    isMissing: isTried && chosen === null,
    isAsking,
    errorText,
    letIn,
  };
}
