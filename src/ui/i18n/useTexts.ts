import { useLingui } from '@lingui/react';
import { useCallback } from 'react';
import type { MessageKey } from './catalogue.ts';

export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

/** `t('case.title', { name })`: a sentence of the catalogue in the current language. */
export function useTexts(): Translate {
  const lingui = useLingui();
  return useCallback((key, values) => lingui._(key, values), [lingui]);
}
