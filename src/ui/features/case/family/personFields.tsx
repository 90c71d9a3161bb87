import type { Person } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { AutosaveChoice, AutosaveFlag } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveDate } from '../../../components/fields/AutosaveDate.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../case.module.css';
import { cellOf } from '../cellOf.ts';

interface PersonProps {
  readonly person: Person;
}

export const ChildFields = ({ person }: PersonProps) => {
  const t = useTexts();
  const cell = cellOf(person);
  return (
    <>
      <AutosaveText label={t('case.person.name')} {...cell('name')} />
      <AutosaveDate label={t('case.person.birthDate')} {...cell('birthDate')} />
      <AutosaveText label={t('case.person.school')} {...cell('school')} />
      <AutosaveText label={t('case.person.schoolGroup')} {...cell('schoolGroup')} />
      <HouseholdField person={person} />
      <div className={styles['wide']}>
        <AutosaveText
          label={t('case.person.reachability.child')}
          hint={t('case.person.reachability.childHint')}
          multiline
          rows={2}
          {...cell('reachability')}
        />
      </div>
    </>
  );
};

export const CaregiverFields = ({ person }: PersonProps) => {
  const t = useTexts();
  const cell = cellOf(person);
  return (
    <>
      <AutosaveText label={t('case.person.name')} {...cell('name')} />
      <AutosaveText label={t('case.person.relation')} hint={t('case.person.relation.caregiverHint')} {...cell('relation')} />
      <AutosaveText label={t('case.person.language')} {...cell('language')} />
      <AutosaveText label={t('case.person.phone')} {...cell('phone')} />
      <HouseholdField person={person} />
      <div className={styles['wide']}>
        <AutosaveFlag label={t('case.person.needsInterpreter')} {...cell('needsInterpreter')} />
      </div>
      {person.needsInterpreter && (
        <div className={styles['wide']}>
          <AutosaveText label={t('case.person.interpreter')} {...cell('interpreter')} />
        </div>
      )}
      <div className={styles['wide']}>
        <AutosaveText
          label={t('case.person.reachability')}
          hint={t('case.person.reachability.hint')}
          multiline
          rows={2}
          {...cell('reachability')}
        />
      </div>
    </>
  );
};

export const NetworkFields = ({ person }: PersonProps) => {
  const t = useTexts();
  const cell = cellOf(person);
  return (
    <>
      <AutosaveText label={t('case.person.name')} {...cell('name')} />
      <AutosaveText label={t('case.person.relation')} hint={t('case.person.relation.networkHint')} {...cell('relation')} />
      <AutosaveText label={t('case.person.phone')} {...cell('phone')} />
    </>
  );
};

export const ProfessionalFields = ({ person }: PersonProps) => {
  const t = useTexts();
  const { options } = useTerms();
  const cell = cellOf(person);
  return (
    <>
      <AutosaveText label={t('case.person.name')} {...cell('name')} />
      <AutosaveChoice label={t('case.person.discipline')} options={options('person', 'discipline')} {...cell('discipline')} />
      <AutosaveText label={t('case.person.organisation')} {...cell('organisation')} />
      <AutosaveText label={t('case.person.phone')} {...cell('phone')} />
      <AutosaveDate label={t('case.person.until')} hint={t('case.person.until.hint')} {...cell('until')} />
      <div className={styles['wide']}>
        <AutosaveText label={t('case.person.reachability')} multiline rows={2} {...cell('reachability')} />
      </div>
    </>
  );
};

/** Where someone lives: never an address, only which home. */
const HouseholdField = ({ person }: PersonProps) => {
  const t = useTexts();
  const { households } = useCaseView();
  if (households.length === 0) return null;
  return (
    <AutosaveChoice
      label={t('case.person.household')}
      appearance="select"
      emptyLabel={t('case.person.household.none')}
      options={households.map(({ id, name }) => ({ value: id, label: name }))}
      {...cellOf(person)('household')}
    />
  );
};
