import { useCaseView } from '../components/applicationContext.tsx';
import { isFamily } from '../components/people.ts';
import { PreparationScreen } from '../features/case/PreparationScreen.tsx';
import { ConsentScreen } from '../features/myPlan/consent/ConsentScreen.tsx';
import type { TextPart } from '../i18n/catalogue.ts';
import { Speaking } from '../i18n/TextsProvider.tsx';

const OF_FAMILY: readonly TextPart[] = ['consent', 'myPlan', 'words'];
const OF_PROFESSIONAL: readonly TextPart[] = ['case', 'cases', 'consent', 'consentWork', 'heard', 'prepared'];

/** What professionals prepare; of it a family reads who must say yes, and prepares on a screen of its own. */
export const Component = () => {
  const { me } = useCaseView();
  return isFamily(me ?? undefined) ? (
    <Speaking parts={OF_FAMILY}>
      <ConsentScreen />
    </Speaking>
  ) : (
    <Speaking parts={OF_PROFESSIONAL}>
      <PreparationScreen />
    </Speaking>
  );
};
