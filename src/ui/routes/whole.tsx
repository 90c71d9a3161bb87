import { generatePath, Navigate } from 'react-router';
import { useCaseView, useOpenCase } from '../components/applicationContext.tsx';
import { paths } from '../components/paths.ts';
import { isFamily } from '../components/people.ts';
import { CaseScreen } from '../features/case/CaseScreen.tsx';

/** What a family reads of the whole plan is its sheet: to work in it is for those who may. */
export const Component = () => {
  const { caseId } = useOpenCase();
  const { me } = useCaseView();
  return isFamily(me ?? undefined) ? <Navigate to={generatePath(paths.print, { caseId, sheet: 'full' })} replace /> : <CaseScreen />;
};
