import { useCallback, useEffect, useState } from 'react';
import type { CircleError, KeptStatement } from '../../../application/application.ts';
import type { Result } from '../../../core/shared/result.ts';
import { useApplication } from '../../components/applicationContext.tsx';

type Statements = Result<readonly KeptStatement[], CircleError> | null;

/** What is stated on this device; null while it is read. Read again when asked, and when a case leaves meanwhile. */
export function useStatements(): { readonly statements: Statements; readonly look: () => void } {
  const { destruction, caseload } = useApplication();
  const [statements, setStatements] = useState<Statements>(null);
  const look = useCallback(() => void destruction.statements().then(setStatements), [destruction]);
  useEffect(() => {
    look();
    return caseload.subscribe(look);
  }, [look, caseload]);
  return { statements, look };
}
