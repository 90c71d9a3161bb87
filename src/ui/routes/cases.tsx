import { lazy, Suspense } from 'react';
import { generatePath, Navigate } from 'react-router';
import { useApplication, useStore } from '../components/applicationContext.tsx';
import { paths } from '../components/paths.ts';
import { useIsOnlyFamily } from '../components/useIsFamily.ts';
import { loadTexts } from '../i18n/catalogue.ts';
import { Speaking } from '../i18n/TextsProvider.tsx';

const CasesScreen = lazy(async () => {
  const [{ CasesScreen: Component }] = await Promise.all([import('../features/cases/CasesScreen.tsx'), loadTexts(['cases'])]);
  return { default: Component };
});
const MyPlansScreen = lazy(async () => ({ default: (await import('../features/myPlan/MyPlansScreen.tsx')).MyPlansScreen }));

/** Where everybody begins: whoever works with their cases, a family in its own plan. */
export const Component = () => {
  const { cases } = useStore(useApplication().caseload);
  const isOnlyFamily = useIsOnlyFamily();
  const [only] = cases;
  if (isOnlyFamily && only && cases.length === 1) return <Navigate to={generatePath(paths.case, { caseId: only.caseId })} replace />;
  return (
    <Suspense>
      {isOnlyFamily ? (
        <MyPlansScreen />
      ) : (
        <Speaking parts={['cases']}>
          <CasesScreen />
        </Speaking>
      )}
    </Suspense>
  );
};
