import type { CivilDate } from '../shared/civilDate.ts';

/**
 * What is taken over from a school's pupil export (EDEXML): names, birth dates and groups, and the keys to match a later
 * export. The file holds more about a child; that is never read.
 */
export interface SchoolExport {
  readonly brin: string;
  /** The location within the school ('dependancecode'), '' when not given. */
  readonly location: string;
  readonly schoolYear: string;
  readonly groups: readonly SchoolGroup[];
  readonly pupils: readonly Pupil[];
  readonly teachers: readonly Teacher[];
}

export interface SchoolGroup {
  readonly key: string;
  readonly name: string;
  readonly year: string;
  /** Pupils of several groups together ('samengestelde groep'). */
  readonly combined: boolean;
}

export interface PersonName {
  /** The name they are called by; else the given names or initials. */
  readonly firstName: string;
  readonly prefix: string;
  readonly lastName: string;
}

export interface Pupil extends PersonName {
  /** Unique within the school (`brin`). */
  readonly key: string;
  readonly birthDate: CivilDate | null;
  readonly year: string;
  /** Keys of groups; null when the export puts the pupil in none. */
  readonly group: string | null;
  readonly combinedGroups: readonly string[];
}

export interface Teacher extends PersonName {
  readonly key: string;
  readonly groups: readonly string[];
}

/** Why nothing was taken over. `lines` are the first few, `count` is all of them. */
export type SchoolExportError =
  /** The browser cannot get at it any more: a stick taken out, a network drive away, changed since it was chosen. */
  | { readonly type: 'FileUnreadable' }
  | { readonly type: 'FileTooLarge'; readonly maxMegabytes: number }
  | { readonly type: 'UnknownEncoding' }
  | { readonly type: 'BrokenXml'; readonly line: number }
  | { readonly type: 'WrongRoot' }
  | { readonly type: 'DoctypeNotAllowed' }
  | { readonly type: 'NoPupils' }
  | { readonly type: 'PupilKeysWrong'; readonly lines: readonly number[]; readonly count: number }
  | { readonly type: 'PupilNamesMissing'; readonly lines: readonly number[]; readonly count: number }
  | { readonly type: 'BirthDatesWrong'; readonly lines: readonly number[]; readonly count: number };

/** 'Sam de Vries'. */
export const fullName = ({ firstName, prefix, lastName }: PersonName): string =>
  [firstName, prefix, lastName].filter((part) => part !== '').join(' ');

/** The name of a pupil's own group, else the year. */
export function groupNameOf(school: SchoolExport, pupil: Pupil): string {
  const group = school.groups.find(({ key, combined }) => key === pupil.group && !combined);
  return group?.name || pupil.year;
}

/** A child already in a plan, taken over from an earlier export. */
export interface KnownChild {
  readonly edexmlKey: string;
  readonly brin: string;
  readonly birthDate: CivilDate | null;
  readonly schoolGroup: string;
}

export interface ExportComparison<C extends KnownChild> {
  readonly moved: readonly { readonly child: C; readonly group: string }[];
  readonly left: readonly C[];
  readonly unchanged: readonly C[];
}

/** What a later export says of the children we know: another group, or no longer there. Children of other schools are left out. */
export function compareWithExport<C extends KnownChild>(children: readonly C[], school: SchoolExport): ExportComparison<C> {
  const pupils = new Map(school.pupils.map((pupil) => [pupil.key, pupil]));
  const moved: { child: C; group: string }[] = [];
  const left: C[] = [];
  const unchanged: C[] = [];
  for (const child of children) {
    if (child.brin !== school.brin || child.edexmlKey === '') continue;
    const pupil = pupils.get(child.edexmlKey);
    // The same key with another birth date is somebody else: keys are sometimes given out again.
    if (pupil === undefined || !isSameBirthDate(pupil.birthDate, child.birthDate)) left.push(child);
    else if (groupNameOf(school, pupil) === child.schoolGroup) unchanged.push(child);
    else moved.push({ child, group: groupNameOf(school, pupil) });
  }
  return { moved, left, unchanged };
}

/** Whether this pupil of the school with this `brin` is a child we know. */
export const isSameChild = (child: KnownChild, pupil: Pupil, brin: string): boolean =>
  child.edexmlKey !== '' && child.edexmlKey === pupil.key && child.brin === brin && isSameBirthDate(child.birthDate, pupil.birthDate);

const isSameBirthDate = (a: CivilDate | null, b: CivilDate | null): boolean => a === null || b === null || a === b;
