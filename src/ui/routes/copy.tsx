import { CopyScreen } from '../features/myPlan/copy/CopyScreen.tsx';
import type { TextPart } from '../i18n/catalogue.ts';
import { Speaking } from '../i18n/TextsProvider.tsx';

/** The words for every field are those of professionals and stand in the copy, in Dutch; the screen itself speaks these. */
const OF_SCREEN: readonly TextPart[] = ['rights', 'myPlan'];

export const Component = () => (
  <Speaking parts={OF_SCREEN}>
    <CopyScreen />
  </Speaking>
);
