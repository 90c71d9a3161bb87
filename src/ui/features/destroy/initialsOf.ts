import type { CivilDate } from '../../../core/shared/civilDate.ts';

/** 'M.W. (2016)': enough to know about whom a statement is, for whoever knows the child. */
export function initialsOf({ name, birthDate }: { readonly name: string; readonly birthDate: CivilDate | null }): string {
  const initials = name
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((word) => `${word.charAt(0).toUpperCase()}.`)
    .join('');
  return birthDate ? `${initials} (${birthDate.slice(0, 4)})` : initials;
}
