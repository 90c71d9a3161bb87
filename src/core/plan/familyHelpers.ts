import type { CivilDate } from '../shared/civilDate.ts';
import { type Helper, type HelperKind, helperKinds, helpersIn } from '../shared/helpers.ts';
import type { CaseView } from './caseView.ts';

interface NationalHelper {
  readonly phone: string;
  readonly source: string;
  readonly checkedOn: CivilDate;
}

const CHECKED = '2026-11-28' as CivilDate;

/** The same everywhere in the country, until an organisation says otherwise. Who to call elsewhere differs per town: those have none. */
export const nationalHelpers: { readonly [K in HelperKind]?: NationalHelper } = {
  educationConsultant: { phone: '070-312 28 87', source: 'onderwijsconsulenten.nl', checkedOn: CHECKED },
  childLine: { phone: '0800-0432', source: 'vriendenkindertelefoon.nl', checkedOn: CHECKED },
};

/** `source`: of a national number; '' for what the organisation gave, and for what nobody gave yet (no `phone` and no `mail`). */
export type FamilyHelper = Helper & { readonly source: string };

/** Everybody who helps, known or not: those that are not known are asked for. A pupil's own line stands first for a pupil. */
export function familyHelpers({ helpers, me }: Pick<CaseView, 'helpers' | 'me'>): readonly FamilyHelper[] {
  const given = helpersIn(helpers);
  const order = me?.part === 'child' ? (['childLine', ...helperKinds] as const) : helperKinds;
  return [...new Set(order)].map((kind) => {
    const own = given.find((helper) => helper.kind === kind);
    if (own && own.phone + own.mail !== '') return { ...own, source: '' };
    const unknown = { kind, name: own?.name ?? '', phone: '', mail: '', checkedOn: null, source: '' };
    return { ...unknown, ...nationalHelpers[kind] };
  });
}

/**
 * What an organisation's numbers change in a plan. The coordinator's organisation decides; while no professional coordinates, the numbers
 * that were checked last count, so that two organisations do not go on correcting each other.
 */
export function helpersToBring({ coordinator, me, people, helpers }: CaseView, offered: readonly Helper[]): readonly Helper[] {
  if (coordinator && coordinator.person === me?.id) return offered;
  if (people.some(({ id, part }) => id === coordinator?.person && part === 'professional')) return [];
  const known = helpersIn(helpers);
  return offered.filter(({ kind, checkedOn }) => {
    const before = known.find((helper) => helper.kind === kind);
    return before === undefined || (checkedOn ?? '') > (before.checkedOn ?? '');
  });
}
