import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import { speakParts, textsOf, type TextPart } from './catalogue.ts';

/** Everything inside speaks the current language and changes along with it. */
export const TextsProvider = ({ children }: { readonly children: ReactNode }) => <I18nProvider i18n={i18n}>{children}</I18nProvider>;

/** A screen, with the parts that it speaks: while it is shown they decide in which language the page is. */
export const Speaking = ({ parts, children }: { readonly parts: readonly TextPart[]; readonly children: ReactNode }) => {
  useLayoutEffect(() => {
    speakParts(parts);
    return () => speakParts([]);
  }, [parts]);
  return children;
};

/** Everything inside is in Dutch, whatever the page speaks. */
export const InDutch = ({ children }: { readonly children: ReactNode }) => {
  const dutch = useMemo(() => textsOf('nl'), []);
  return <I18nProvider i18n={dutch}>{children}</I18nProvider>;
};
