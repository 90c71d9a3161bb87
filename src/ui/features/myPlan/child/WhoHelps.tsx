import { HandHelping, Heart, House, Phone, School, Users } from 'lucide-react';
import { type Helping, helpingWith } from '../../../../core/plan/childsPlan.ts';
import type { Person } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { useToday } from '../../../components/useToday.ts';
import { Words } from '../../../components/Words.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import plan from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';
import styles from './child.module.css';

const AT_SCHOOL: readonly Person['discipline'][] = ['internalCoordinator', 'teacher', 'schoolConsortium', 'schoolAttendanceOfficer'];

/** So many are enough to look at; the others are one tap away. */
const SHOWN = 5;

/** The people around a child: who they are to it, and what they do. */
export const WhoHelps = ({ me }: { readonly me: Person }) => {
  const t = useTexts();
  const roleOf = useRole();
  const helping = helpingWith(useCaseView(), me.id, useToday());
  return (
    <PlanCard
      title={t('myPlan.child.helps')}
      icon={Users}
      aloud={helping.flatMap(({ person, does }) => [`${person.name}, ${roleOf(person)}`, ...does.map(({ what }) => what)])}
    >
      {helping.length === 0 && <p>{t('myPlan.child.helps.none')}</p>}
      <Helpers all={helping.slice(0, SHOWN)} />
      {helping.length > SHOWN && (
        <details className={plan['earlier']}>
          <summary>{t('myPlan.child.helps.more')}</summary>
          <Helpers all={helping.slice(SHOWN)} />
        </details>
      )}
    </PlanCard>
  );
};

const Helpers = ({ all }: { readonly all: readonly Helping[] }) => {
  const roleOf = useRole();
  return (
    <ul className={styles['people']}>
      {all.map((one) => (
        <Helper key={one.person.id} {...one} role={roleOf(one.person)} />
      ))}
    </ul>
  );
};

const Helper = ({ person, does, role }: Helping & { readonly role: string }) => {
  const t = useTexts();
  const { coordinator } = useCaseView();
  const { part, discipline, name, phone } = person;
  const isCoordinator = coordinator?.person === person.id;
  const Icon = { child: Users, caregiver: House, network: Heart, professional: AT_SCHOOL.includes(discipline) ? School : HandHelping }[
    part!
  ];
  return (
    <li className={styles['person']}>
      <Icon size={28} aria-hidden />
      <div className={styles['words']}>
        <Words as="h3">{name}</Words>
        <p>
          <bdi>{role}</bdi>
        </p>
        {does.length > 0 && (
          <ul>
            {does.map(({ id, what }) => (
              <li key={id}>
                <Words as="span">{what}</Words>
              </li>
            ))}
          </ul>
        )}
        {isCoordinator && <p>{t('myPlan.child.coordinator', { name })}</p>}
        {isCoordinator && phone && (
          <a className={plan['primary']} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            <Phone size={22} aria-hidden /> {t('myPlan.contact.call', { name })}
          </a>
        )}
      </div>
    </li>
  );
};

/** What somebody is to a child: what the family calls them, or in a few words what their work is. */
function useRole(): (person: Person) => string {
  const t = useTexts();
  return ({ relation, part, discipline }) => {
    if (relation) return relation;
    if (part === 'caregiver') return t('myPlan.child.caregiver');
    if (part === 'network') return t('myPlan.child.network');
    const work = discipline ?? 'other';
    return t(`myPlan.child.role.${work}`);
  };
}
