import { useLingui } from '@lingui/react';
import type { MessageKey } from './catalogue.ts';

export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

/** `t('case.title', { name })`: a sentence of the catalogue in the current language. */
export function useTexts(): Translate {
  const { _ } = useLingui();
  return (key, values) => _(key, values);
}
