import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../Button.tsx';
import { TextField } from '../fields/TextField.tsx';

/** A link to give to one person. Shown too, for browsers that may not copy. */
export const CopyLink = ({ link, hint }: { readonly link: string; readonly hint: string }) => {
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
      <TextField label={t('asked.link.label')} hint={hint} value={link} onChange={() => {}} isReadOnly />
      <div>
        <Button icon={Copy} onPress={() => void copy()}>
          {t('asked.link.copy')}
        </Button>
      </div>
      {outcome && <p role="status">{t(outcome === 'copied' ? 'asked.link.copied' : 'asked.link.copyByHand')}</p>}
    </>
  );
};
