import { useCaseView } from '../components/applicationContext.tsx';
import { isFamily } from '../components/people.ts';
import { AccessScreen } from '../features/access/AccessScreen.tsx';
import { SeenScreen } from '../features/myPlan/seen/SeenScreen.tsx';
import type { TextPart } from '../i18n/catalogue.ts';
import { Speaking } from '../i18n/TextsProvider.tsx';

const OF_FAMILY: readonly TextPart[] = ['rights', 'myPlan', 'asked', 'words'];
const OF_PROFESSIONAL: readonly TextPart[] = ['access', 'case', 'circle', 'asked'];

/** The same log, in the words of who reads it. */
export const Component = () => {
  const { me } = useCaseView();
  return isFamily(me ?? undefined) ? (
    <Speaking parts={OF_FAMILY}>
      <SeenScreen />
    </Speaking>
  ) : (
    <Speaking parts={OF_PROFESSIONAL}>
      <AccessScreen />
    </Speaking>
  );
};
