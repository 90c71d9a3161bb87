import { ageOn, birthday, type CivilDate } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import { type BasisRule, basisRules, type Discipline, type Exception, exceptions, familyRules, type LegalBasis } from './circumstances.ts';
import { type AgeRule, type ConsentAge, type ConsentSubject, type Ground, type Regime, ruleAt, subjectsOf } from './consentRules.ts';

export interface ConsentQuestion {
  readonly regime: Regime;
  readonly subject: ConsentSubject;
  readonly today: CivilDate;
  readonly child: EntityId;
  readonly birthDate: CivilDate | null;
  /** Everyone who cares for the child; whose authority nobody recorded is `unknown`. */
  readonly caregivers: readonly { readonly id: EntityId; readonly holds: 'unknown' | 'yes' | 'no' }[];
  /** Known to live in different homes. */
  readonly isApart: boolean;
  /** The partner's discipline; null: somebody of the network, or not known. */
  readonly partner: Discipline | null;
  readonly basis: LegalBasis | null;
  readonly agreements: readonly { readonly by: EntityId; readonly on: CivilDate | null }[];
  readonly withdrawals: readonly { readonly by: EntityId | null; readonly on: CivilDate }[];
}

/** Why somebody is (still, or again) asked. `before`: they agreed before the child reached the age at which the deciding changed. */
export type AskedBecause = 'never' | 'undated' | 'before' | 'withdrawn';

/** What is still to be done. Nothing left: everyone who decides agreed. */
export type ConsentNeed =
  | { readonly type: 'BirthDateUnknown' }
  | { readonly type: 'BasisUnknown' }
  | { readonly type: 'NobodyDecides'; readonly rule: AgeRule }
  | { readonly type: 'AuthorityUnknown'; readonly who: EntityId; readonly rule: AgeRule }
  | {
      readonly type: 'Agree';
      readonly who: EntityId;
      readonly because: AskedBecause;
      readonly rule: AgeRule;
      /** More than one parent decides: each is asked, and apart when they live apart. */
      readonly parents: 'one' | 'both' | 'bothApart';
    };

export interface ConsentOutcome {
  readonly needs: readonly ConsentNeed[];
  readonly rule: AgeRule | null;
  readonly deciders: readonly EntityId[];
  /** Another ground than consent makes asking unnecessary. */
  readonly liftedBy: BasisRule | null;
  readonly exception: Exception | null;
  /** Caregivers without authority: told when they ask, not in the circle by default. */
  readonly toldOnRequest: readonly EntityId[];
  readonly ask: 'dpo' | null;
}

/** Who must still agree to one subject for one child. Total: every combination has an outcome, and nothing unknown counts as a yes. */
export function decideConsent(question: ConsentQuestion): ConsentOutcome {
  const { regime, subject, basis, birthDate, today, partner, caregivers } = question;
  const isSharing = subject === subjectsOf[regime].sharing;
  const ground = isSharing && basis !== null ? basisRules[regime][basis] : null;
  const exception = (isSharing && partner !== null && exceptions[regime][partner]) || null;
  const rule = birthDate === null ? null : ruleAt(subject, ageOn(birthDate, today));
  const isMinor = rule === null || rule.from < 18;
  const toldOnRequest = isMinor ? caregivers.filter(({ holds }) => holds === 'no').map(({ id }) => id) : [];
  const known = { rule, exception, toldOnRequest };
  if (ground?.lifts)
    return { ...known, needs: [], deciders: [], liftedBy: ground, ask: askedWhen(isUnclear(ground), isUnclear(exception)) };

  const basisNeeds: readonly ConsentNeed[] = isSharing && basis === null ? [{ type: 'BasisUnknown' }] : [];
  const { needs, deciders, isSplit } = rule === null ? birthDateUnknown : askAll(question, rule);
  return {
    ...known,
    needs: [...basisNeeds, ...needs],
    deciders,
    liftedBy: null,
    ask: askedWhen(
      isUnclear(rule),
      isUnclear(ground),
      isUnclear(exception),
      needs.some(({ type }) => type === 'NobodyDecides'),
      isSplit && isUnclear(familyRules.bothParents),
    ),
  };
}

interface Asked {
  readonly needs: readonly ConsentNeed[];
  readonly deciders: readonly EntityId[];
  /** One parent agreed and another did not (yet). */
  readonly isSplit: boolean;
}

const birthDateUnknown: Asked = { needs: [{ type: 'BirthDateUnknown' }], deciders: [], isSplit: false };

/** Everyone whom the row names, and what is missing of each. */
function askAll(question: ConsentQuestion, rule: AgeRule): Asked {
  const { child, caregivers, isApart } = question;
  const ofChild = rule.who === 'child' || rule.who === 'both' ? [child] : [];
  const areAsked = rule.who === 'holders' || rule.who === 'both';
  const holders = areAsked ? caregivers.filter(({ holds }) => holds === 'yes').map(({ id }) => id) : [];
  const unknown = areAsked ? caregivers.filter(({ holds }) => holds === 'unknown') : [];
  const both = holders.length > 1 ? (isApart ? 'bothApart' : 'both') : 'one';
  const agree = (who: EntityId, parents: 'one' | 'both' | 'bothApart'): readonly ConsentNeed[] => {
    const because = whyAsk(question, rule, who);
    return because === null ? [] : [{ type: 'Agree', who, because, rule, parents }];
  };
  const ofHolders = holders.flatMap((who) => agree(who, both));
  return {
    deciders: [...ofChild, ...holders],
    isSplit: ofHolders.length > 0 && ofHolders.length < holders.length,
    needs: [
      ...ofChild.flatMap((who) => agree(who, 'one')),
      ...ofHolders,
      ...unknown.map(({ id }) => ({ type: 'AuthorityUnknown', who: id, rule }) as const),
      ...(areAsked && holders.length + unknown.length === 0 ? [{ type: 'NobodyDecides', rule } as const] : []),
    ],
  };
}

/** Null when this person's yes stands: dated, not before the age at which the deciding changed, and not taken back by them since. */
function whyAsk({ birthDate, today, agreements, withdrawals }: ConsentQuestion, { from }: AgeRule, who: EntityId): AskedBecause | null {
  const since = changedOn(birthDate!, from);
  const said = agreements.filter(({ by }) => by === who);
  const takenBack = withdrawals.filter(({ by }) => by === who);
  const dated = said.flatMap(({ on }) => (on !== null && on <= today ? [on] : []));
  const standing = dated.filter((on) => !takenBack.some((withdrawal) => withdrawal.on > on));
  if (standing.some((on) => on >= since)) return null;
  if (takenBack.length > 0 && standing.length === 0) return 'withdrawn';
  if (standing.length > 0) return 'before';
  return said.some(({ on }) => on === null) ? 'undated' : 'never';
}

/** The day from which a row holds for this child. */
const changedOn = (birthDate: CivilDate, from: ConsentAge): CivilDate => (from === 0 ? ('' as CivilDate) : birthday(birthDate, from));

const isUnclear = (ground: Ground | null): boolean => ground?.certainty === 'unclear';
const askedWhen = (...reasons: readonly boolean[]): 'dpo' | null => (reasons.includes(true) ? 'dpo' : null);
