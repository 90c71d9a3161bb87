import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../Button.tsx';
import { TextField } from '../fields/TextField.tsx';

/** A link to give to one person. Shown too, for browsers that may not copy. */
export const CopyLink = ({ link }: { readonly link: string }) => {
  const t = useTexts();
  const [outcome, setOutcome] = useState<'copied' | 'byHand' | null>(null);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      setOutcome('copied');
    } catch {
      setOutcome('byHand');
    }
  }
  return (
    <>
      <TextField label={t('circle.invitation.link')} hint={t('circle.invitation.linkHint')} value={link} onChange={() => {}} isReadOnly />
      <div>
        <Button icon={Copy} onPress={() => void copy()}>
          {t('circle.invitation.copy')}
        </Button>
      </div>
      {outcome && <p role="status">{t(outcome === 'copied' ? 'circle.invitation.copied' : 'circle.invitation.copyByHand')}</p>}
    </>
  );
};
