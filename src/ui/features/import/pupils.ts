import type { CaseSummary } from '../../../application/application.ts';
import { fullName, isSameChild, type PersonName, type Pupil, type SchoolExport } from '../../../core/plan/schoolExport.ts';

/** A group of the export as it is chosen from: its own pupils, or those who are together for a part of the week. */
interface PupilGroup {
  readonly key: string;
  /** '' for pupils in no group. */
  readonly name: string;
  readonly pupils: readonly Pupil[];
}

const { compare } = new Intl.Collator('nl', { numeric: true });

const byName = (a: PersonName, b: PersonName): number => compare(a.lastName, b.lastName) || compare(a.firstName, b.firstName);

/** Every group with someone in it, and last those in none. */
export function listGroups(school: SchoolExport): readonly PupilGroup[] {
  const own = new Set(school.groups.flatMap(({ key, combined }) => (combined ? [] : [key])));
  const isIn = (pupil: Pupil, key: string, combined: boolean) => (combined ? pupil.combinedGroups.includes(key) : pupil.group === key);
  const groups = school.groups.map(({ key, name, year, combined }) => ({
    key: combined ? `combined ${key}` : key,
    name: name || year,
    pupils: school.pupils.filter((pupil) => isIn(pupil, key, combined)).toSorted(byName),
  }));
  const inNone = school.pupils.filter(({ group }) => group === null || !own.has(group)).toSorted(byName);
  return [...groups, { key: 'none', name: '', pupils: inNone }].filter(({ pupils }) => pupils.length > 0);
}

/** Lower case and without accents: 'zoe' finds Zoë. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Finds pupils with every word of the search somewhere in their names. Made once for an export. */
export function createPupilSearch(school: SchoolExport): (search: string) => readonly Pupil[] {
  const entries = school.pupils.toSorted(byName).map((pupil) => ({ pupil, text: fold(fullName(pupil)) }));
  return (search) => {
    const words = fold(search).split(/\s+/).filter(Boolean);
    return entries.filter(({ text }) => words.every((word) => text.includes(word))).map(({ pupil }) => pupil);
  };
}

/** Who carries the family name of those chosen, themselves included: brothers and sisters, mostly. None when nobody else does. */
export function listSameName(school: SchoolExport, chosen: readonly Pupil[]): readonly Pupil[] {
  const names = new Set(chosen.map(familyNameOf));
  const same = school.pupils.filter((pupil) => names.has(familyNameOf(pupil)));
  return same.length > names.size ? same.toSorted(byName) : [];
}

const familyNameOf = ({ prefix, lastName }: PersonName): string => fold(`${prefix} ${lastName}`);

/** 'De Vries', as a family is called; every different name once. */
export function listFamilyNames(chosen: readonly Pupil[]): readonly string[] {
  const names = chosen.map(({ prefix, lastName }) => [prefix, lastName].filter((part) => part !== '').join(' '));
  return [...new Set(names.map((name) => name.charAt(0).toUpperCase() + name.slice(1)))];
}

export type ChildOfCase = CaseSummary['children'][number] & { readonly summary: CaseSummary };

export const listChildren = (cases: readonly CaseSummary[]): readonly ChildOfCase[] =>
  cases.flatMap((summary) => summary.children.map((child) => ({ ...child, summary })));

/** The case a pupil already is in: one family, one plan. Made once for an export and a list of cases. */
export function createPlanSearch(school: SchoolExport, cases: readonly CaseSummary[]): (pupil: Pupil) => CaseSummary | undefined {
  const children = new Map(
    listChildren(cases)
      .filter(({ brin }) => brin === school.brin)
      .map((child) => [child.edexmlKey, child]),
  );
  return (pupil) => {
    const child = children.get(pupil.key);
    return child && isSameChild(child, pupil, school.brin) ? child.summary : undefined;
  };
}

/** A case with a child of the same first name and birth date, entered by hand or at another school: it may be this one. */
export function findLookalike(cases: readonly CaseSummary[], pupil: Pupil): CaseSummary | undefined {
  const isAlike = ({ name, birthDate }: { readonly name: string; readonly birthDate: Pupil['birthDate'] }) =>
    birthDate !== null && birthDate === pupil.birthDate && fold(`${name} `).startsWith(fold(`${pupil.firstName} `));
  return cases.find(({ children }) => children.some(isAlike));
}
