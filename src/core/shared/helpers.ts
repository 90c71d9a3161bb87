import type { CivilDate } from './civilDate.ts';
import type { EntityId } from './ids.ts';

/** Who helps a family and stands outside its circle. Organisation and plan both hold them, each in rows of its own. */
export const helperKinds = ['parentSupport', 'clientSupport', 'educationConsultant', 'confidant', 'complaint', 'childLine'] as const;
export type HelperKind = (typeof helperKinds)[number];

/** How to reach one of them; '' when not known. */
export interface Helper {
  readonly kind: HelperKind;
  /** How it is called here, when that is more than its kind says. */
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
  /** The day on which somebody said that this is right. */
  readonly checkedOn: CivilDate | null;
}

/** One row per kind: two who write it down apart meet in the same cells. */
export const helperId = (kind: HelperKind): EntityId => `helper.${kind}` as EntityId;

type Row = Omit<Helper, 'kind'> & { readonly id: EntityId };

/** Rows of a document as helpers; of a kind that only another version knows nothing is shown. */
export const helpersIn = (rows: readonly Row[]): readonly Helper[] =>
  helperKinds.flatMap((kind) => {
    const row = rows.find(({ id }) => id === helperId(kind));
    return row ? [{ kind, name: row.name, phone: row.phone, mail: row.mail, checkedOn: row.checkedOn }] : [];
  });

/** What is no telephone number or mail address, and would make a link that leads nowhere. */
export function wrongIn({ phone, mail }: Pick<Helper, 'phone' | 'mail'>): readonly ('phone' | 'mail')[] {
  const isPhone = phone === '' || (/^\+?[\d\s()-]+$/.test(phone) && phone.replace(/\D/g, '').length >= 3);
  const isMail = mail === '' || /^[^\s@?&]+@[^\s@?&]+\.[^\s@?&]+$/.test(mail);
  return [...(isPhone ? [] : (['phone'] as const)), ...(isMail ? [] : (['mail'] as const))];
}
