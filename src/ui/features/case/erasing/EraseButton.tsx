import { useState } from 'react';
import { useOpenCase, useStore } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { EraseDialog } from './EraseDialog.tsx';
import type { ErasableText } from './erasable.ts';

/** For a lead, beside what somebody wrote. `about`: what it stands beside, for who hears the button alone. */
export const EraseButton = ({ texts, about }: { readonly texts: readonly ErasableText[]; readonly about: string }) => {
  const t = useTexts();
  const { mayErase } = useStore(useOpenCase().erasing);
  const [isOpen, setOpen] = useState(false);
  if (!mayErase || texts.length === 0) return null;
  return (
    <>
      <Button variant="plain" onPress={() => setOpen(true)} aria-label={t('case.erase.this', { about })}>
        {t('case.erase.button')}
      </Button>
      {isOpen && <EraseDialog texts={texts} onClose={() => setOpen(false)} />}
    </>
  );
};
