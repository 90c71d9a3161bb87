import { useParams } from 'react-router';
import { useApplication, useStore } from '../components/applicationContext.tsx';
import { useIsOnlyFamily } from '../components/useIsFamily.ts';
import { familyHelp } from '../features/help/familyTopics.ts';
import { ForOthers } from '../features/help/ForOthers.tsx';
import { HelpScreen } from '../features/help/HelpScreen.tsx';
import { professionalHelp } from '../features/help/helpTopics.ts';
import { ParentsSheet } from '../features/help/ParentsSheet.tsx';
import { chosenLanguage, type TextPart } from '../i18n/catalogue.ts';
import { languages } from '../i18n/languages.ts';
import { Speaking } from '../i18n/TextsProvider.tsx';
import { useTexts } from '../i18n/useTexts.ts';

const OF_FAMILY: readonly TextPart[] = ['familyHelp'];
const OF_PROFESSIONAL: readonly TextPart[] = ['help', 'familyHelp'];

/** The same help, with the topics and the words of who reads it. */
export const Component = () => {
  const { topic } = useParams();
  return useIsForFamily() ? (
    <Speaking parts={OF_FAMILY}>
      <HelpScreen book={familyHelp} />
    </Speaking>
  ) : (
    <Speaking parts={OF_PROFESSIONAL}>
      {topic === 'parents' ? (
        <ParentsSheet />
      ) : (
        <HelpScreen book={professionalHelp}>
          <ForOthers />
        </HelpScreen>
      )}
    </Speaking>
  );
};

/** While no plan is open here nobody knows who reads; only families choose a language of families. */
function useIsForFamily(): boolean {
  // Another language may be chosen on this screen.
  useTexts();
  const isOnlyFamily = useIsOnlyFamily();
  const isAnybodyKnown = useStore(useApplication().caseload).cases.length > 0;
  return isAnybodyKnown ? isOnlyFamily : languages[chosenLanguage()].covers === 'family';
}
