import { useEffect, useState } from 'react';
import type { CircleError, ErasurePreview, ErasureTarget } from '../../../application/application.ts';
import type { DocumentId } from '../../../core/shared/ids.ts';
import type { Result } from '../../../core/shared/result.ts';
import { askErrorText } from '../askErrorText.ts';
import { useApplication, useOpenCase } from '../applicationContext.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** What erasing this would take with it; null while that is looked up, or when it cannot be. */
export function usePreview(
  target: ErasureTarget,
  doc: DocumentId | null,
): { readonly preview: ErasurePreview | null; readonly problem: string | null } {
  const t = useTexts();
  const { circle } = useApplication();
  const { caseId } = useOpenCase();
  const key = JSON.stringify(target);
  const [found, setFound] = useState<{ readonly key: string; readonly result: Result<ErasurePreview, CircleError> } | null>(null);
  useEffect(() => {
    let isLeft = false;
    void circle
      .previewErasure(caseId, JSON.parse(key) as ErasureTarget, ...(doc === null ? [] : [doc]))
      .then((result) => !isLeft && setFound({ key, result }));
    return () => {
      isLeft = true;
    };
  }, [circle, caseId, key, doc]);
  const result = found?.key === key ? found.result : null;
  return { preview: result?.ok ? result.value : null, problem: result && !result.ok ? askErrorText(t, result.error) : null };
}
