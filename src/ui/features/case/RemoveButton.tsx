import { X } from 'lucide-react';
import type { EntityId } from '../../../core/shared/ids.ts';
import { Button } from '../../components/Button.tsx';
import { useChange } from '../../components/useChange.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** Takes something away at once; the bar below the page and the list of what was taken away put it back. */
export const RemoveButton = ({ entity, name }: { readonly entity: EntityId; readonly name: string }) => {
  const t = useTexts();
  const { run, errorText } = useChange();
  return (
    <div>
      <Button variant="plain" icon={X} onPress={() => void run({ type: 'remove', entity })} aria-label={t('case.remove.this', { name })}>
        {t('case.remove')}
      </Button>
      {errorText && <p role="alert">{errorText}</p>}
    </div>
  );
};
