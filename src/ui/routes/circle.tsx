import { useCaseView } from '../components/applicationContext.tsx';
import { isFamily } from '../components/people.ts';
import { CircleScreen } from '../features/circle/CircleScreen.tsx';
import { ReadingScreen } from '../features/myPlan/reading/ReadingScreen.tsx';
import type { TextPart } from '../i18n/catalogue.ts';
import { Speaking } from '../i18n/TextsProvider.tsx';

const OF_FAMILY: readonly TextPart[] = ['reading', 'myPlan', 'asked', 'words'];
const OF_PROFESSIONAL: readonly TextPart[] = ['circle', 'invitation', 'case', 'asked'];

/** The same circle, in the words of who reads it. */
export const Component = () => {
  const { me } = useCaseView();
  return isFamily(me ?? undefined) ? (
    <Speaking parts={OF_FAMILY}>
      <ReadingScreen />
    </Speaking>
  ) : (
    <Speaking parts={OF_PROFESSIONAL}>
      <CircleScreen />
    </Speaking>
  );
};
