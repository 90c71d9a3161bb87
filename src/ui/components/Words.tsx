import type { ComponentProps } from 'react';

type WordsProps = ComponentProps<'p'> & { readonly as?: 'p' | 'span' | 'strong' | 'h3' };

/** What people wrote themselves: in their own words and direction, and never sent to a page translator. */
export const Words = ({ as: Tag = 'p', ...props }: WordsProps) => <Tag {...props} translate="no" dir="auto" />;
