import { useCaseView } from '../../../components/applicationContext.tsx';
import { AutosaveChoice } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveDate } from '../../../components/fields/AutosaveDate.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { personOptions } from '../../../components/people.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../case.module.css';
import { cellOf } from '../cellOf.ts';
import { Section } from '../Section.tsx';

/** Who told the family how this works, and what the family decided; and whether there is a plan elsewhere already. */
export const ToldSection = () => {
  const t = useTexts();
  const { options } = useTerms();
  const { family, people } = useCaseView();
  const cell = cellOf(family);
  return (
    <Section id="told" title={t('case.told.title')}>
      <div className={styles['fields']}>
        <AutosaveChoice label={t('case.told.by')} appearance="select" options={personOptions(people)} {...cell('familyToldBy')} />
        <AutosaveDate label={t('case.told.on')} {...cell('familyToldOn')} />
      </div>
      <AutosaveChoice label={t('case.told.decision')} options={options('family', 'familyDecision')} {...cell('familyDecision')} />
      <AutosaveText label={t('case.told.note')} hint={t('case.told.note.hint')} multiline rows={2} {...cell('familyDecisionNote')} />
      <AutosaveChoice
        label={t('case.told.existingPlan')}
        options={options('family', 'existingPlan')}
        {...cell('existingPlan')}
        value={family.existingPlan ?? 'unknown'}
      />
      {(family.existingPlan === 'yes' || family.existingPlanWhere !== '') && (
        <AutosaveText label={t('case.told.existingPlanWhere')} {...cell('existingPlanWhere')} />
      )}
      <AutosaveChoice
        label={t('case.told.preferredCoordinator')}
        hint={t('case.told.preferredCoordinator.hint')}
        appearance="select"
        emptyLabel={t('case.told.preferredCoordinator.none')}
        options={personOptions(people.filter(({ part }) => part !== 'child'))}
        {...cell('preferredCoordinator')}
      />
    </Section>
  );
};
