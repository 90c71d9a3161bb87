import { useCaseView } from '../components/applicationContext.tsx';
import { isFamily } from '../components/people.ts';
import { CaseScreen } from '../features/case/CaseScreen.tsx';
import { MyPlanScreen } from '../features/myPlan/MyPlanScreen.tsx';

/** Those the plan is about see their own page of it first; the whole is one tap away. */
export const Component = () => {
  const { me } = useCaseView();
  return isFamily(me ?? undefined) ? <MyPlanScreen /> : <CaseScreen />;
};
