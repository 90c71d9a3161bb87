import { useCaseView } from '../components/applicationContext.tsx';
import { isFamily } from '../components/people.ts';
import { CaseScreen } from '../features/case/CaseScreen.tsx';
import { FamilyPlanScreen } from '../features/myPlan/FamilyPlanScreen.tsx';
import type { TextPart } from '../i18n/catalogue.ts';
import { Speaking } from '../i18n/TextsProvider.tsx';

const OF_FAMILY: readonly TextPart[] = ['myPlan', 'helpers', 'prepare', 'discreet', 'words'];
const OF_PROFESSIONAL: readonly TextPart[] = ['case', 'cases', 'meetings', 'heard'];

/** Those the plan is about see their own page of it first; the whole is one tap away. */
export const Component = () => {
  const { me } = useCaseView();
  return me && isFamily(me) ? (
    <Speaking parts={OF_FAMILY}>
      <FamilyPlanScreen me={me} />
    </Speaking>
  ) : (
    <Speaking parts={OF_PROFESSIONAL}>
      <CaseScreen />
    </Speaking>
  );
};
