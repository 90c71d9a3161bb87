import { matchPath } from 'react-router';
import type { MessageKey } from '../../i18n/catalogue.ts';

export interface HelpTopic<T extends string = string> {
  readonly id: T;
  readonly title: MessageKey;
  readonly body: MessageKey;
}

/** The help for one kind of reader: what it speaks about, and which of that belongs to which screen. */
export interface HelpBook<T extends string = string> {
  readonly topics: readonly HelpTopic<T>[];
  /** The first address that fits. */
  readonly screens: readonly (readonly [path: string, topics: readonly T[]])[];
  /** Whom to ask when the help does not help. */
  readonly support: MessageKey;
}

export function topicsOfScreen({ topics, screens }: HelpBook, pathname: string): readonly HelpTopic[] {
  const ids = screens.find(([path]) => matchPath(path, pathname))?.[1] ?? [];
  return topics.filter(({ id }) => ids.includes(id));
}
