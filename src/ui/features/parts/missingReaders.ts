import type { PartView } from '../../../application/application.ts';
import type { CaseView, Person } from '../../../core/plan/caseView.ts';
import { ageOn, type CivilDate } from '../../../core/shared/civilDate.ts';

/** From this age somebody reads along themselves; before, whoever holds authority does. */
const READS_FROM = 12;

/** Who should read a part because it is about them, and does not. Of a child without a birth date nothing is said. */
export function missingReaders({ heading, readers }: PartView, plan: CaseView, today: CivilDate): readonly Person[] {
  const about = plan.people.find(({ id }) => id === heading.about);
  if (!about) return [];
  return whoReads(about, plan, today).filter((person) => !readers.some(({ member }) => member === person.member));
}

function whoReads(about: Person, { caregivers, authorities }: CaseView, today: CivilDate): readonly Person[] {
  if (about.part !== 'child') return [about];
  if (about.birthDate === null) return [];
  if (ageOn(about.birthDate, today) >= READS_FROM) return [about];
  const holders = authorities.filter(({ child, holds }) => child === about.id && holds === 'yes');
  return caregivers.filter(({ id }) => holders.some(({ caregiver }) => caregiver === id));
}
