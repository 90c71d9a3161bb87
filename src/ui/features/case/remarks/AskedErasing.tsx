import { lazy, Suspense } from 'react';
import { Button } from '../../../components/Button.tsx';
import type { ErasableText } from '../../../components/erasing/types.ts';
import { loadTexts } from '../../../i18n/catalogue.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { useErasingPlace } from '../erasing/useErasingPlace.ts';

const EraseDialog = lazy(async () => {
  const [{ EraseDialog: Component }] = await Promise.all([
    import('../../../components/erasing/EraseDialog.tsx'),
    loadTexts(['circle', 'asked']),
  ]);
  return { default: Component };
});

interface AskedErasingProps {
  /** What still stands of what the family wants gone. */
  readonly texts: readonly ErasableText[];
  readonly about: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** From the request straight to the erasing of what it points at, for who may. */
export const AskedErasing = ({ texts, about, isOpen, onOpenChange }: AskedErasingProps) => {
  const t = useTexts();
  const place = useErasingPlace();
  if (!place.mayErase) return <p>{t('heard.request.lead')}</p>;
  return (
    <div>
      <Button variant="quiet" onPress={() => onOpenChange(true)} aria-label={t('case.erase.this', { about })}>
        {t('case.erase.button')}
      </Button>
      {isOpen && (
        <Suspense>
          <EraseDialog texts={texts} place={place} onClose={() => onOpenChange(false)} />
        </Suspense>
      )}
    </div>
  );
};
