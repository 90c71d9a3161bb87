import type { ReactNode } from 'react';

interface WordsProps {
  readonly as?: 'p' | 'span' | 'strong' | 'h3';
  readonly children: ReactNode;
}

/** What people wrote themselves: in a direction of its own within the page's, and never sent to a page translator. */
export const Words = ({ as: Tag = 'p', children }: WordsProps) => (
  <Tag translate="no">
    <bdi>{children}</bdi>
  </Tag>
);
