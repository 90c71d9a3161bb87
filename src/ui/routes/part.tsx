import { useCaseView } from '../components/applicationContext.tsx';
import { isFamily } from '../components/people.ts';
import { OwnWordsScreen } from '../features/myPlan/ownWords/OwnWordsScreen.tsx';
import { PartScreen } from '../features/parts/PartScreen.tsx';
import type { TextPart } from '../i18n/catalogue.ts';
import { Speaking } from '../i18n/TextsProvider.tsx';

const OF_FAMILY: readonly TextPart[] = ['ownWords', 'prepared', 'myPlan', 'asked', 'words'];
const OF_PROFESSIONAL: readonly TextPart[] = ['parts', 'circle', 'case', 'asked', 'prepared'];

/** The same document beside the plan, in the words of who reads it. */
export const Component = () => {
  const { me } = useCaseView();
  return isFamily(me ?? undefined) ? (
    <Speaking parts={OF_FAMILY}>
      <OwnWordsScreen />
    </Speaking>
  ) : (
    <Speaking parts={OF_PROFESSIONAL}>
      <PartScreen />
    </Speaking>
  );
};
