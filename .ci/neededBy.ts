import { join } from 'node:path';

/** What the bundler knows of a module: the ids of those it imports at once, not later. */
interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

/**
 * For a group of chunks: whether a module is needed as soon as the one at `path` runs. Apart they would be dozens of files of a few
 * hundred bytes, which compress badly and are each asked for.
 */
export function neededBy(path: string): (id: string, modules: Modules) => boolean {
  const begin = join(import.meta.dirname, '..', path);
  let needed: ReadonlySet<string> | undefined;
  return (id, modules) => (needed ??= collect(begin, modules)).has(id);
}

function collect(begin: string, modules: Modules): ReadonlySet<string> {
  const found = new Set([begin]);
  // A set gives what is added while it is walked through.
  for (const id of found) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  if (found.size === 1) throw new Error(`${begin} is not in the build, or imports nothing`);
  return found;
}
