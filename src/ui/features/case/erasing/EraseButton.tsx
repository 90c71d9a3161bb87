import { EraseButton as Button } from '../../../components/erasing/EraseButton.tsx';
import type { ErasableText } from '../../../components/erasing/types.ts';
import { useErasingPlace } from './useErasingPlace.ts';

/** In the plan. */
export const EraseButton = ({ texts, about }: { readonly texts: readonly ErasableText[]; readonly about: string }) => (
  <Button texts={texts} about={about} place={useErasingPlace()} />
);
