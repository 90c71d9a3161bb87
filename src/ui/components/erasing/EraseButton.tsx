import { useState } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../Button.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import type { ErasableText, ErasingPlace } from './types.ts';

interface EraseButtonProps {
  readonly texts: readonly ErasableText[];
  /** What it stands beside, for who hears the button alone. */
  readonly about: string;
  readonly place: ErasingPlace;
}

/** For a lead, beside what somebody wrote. */
export const EraseButton = ({ texts, about, place }: EraseButtonProps) => {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  if (!place.mayErase || texts.length === 0) return null;
  return (
    <>
      <Button variant="plain" onPress={() => setOpen(true)} aria-label={t('case.erase.this', { about })}>
        {t('case.erase.button')}
      </Button>
      {isOpen && <EraseDialog texts={texts} place={place} onClose={() => setOpen(false)} />}
    </>
  );
};
