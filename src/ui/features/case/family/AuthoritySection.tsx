import type { Authority, Person } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { ConflictNote } from '../../../components/ConflictNote.tsx';
import { EmptyCell } from '../../../components/EmptyCell.tsx';
import { AutosaveChoice } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveDate } from '../../../components/fields/AutosaveDate.tsx';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../case.module.css';
import { cellOf } from '../cellOf.ts';
import { Section } from '../Section.tsx';

/** Who may decide for whom: per child and per caregiver, and unknown until someone looked it up. */
export const AuthoritySection = () => {
  const t = useTexts();
  const { children, caregivers } = useCaseView();
  return (
    <Section id="authority" title={t('case.authority.title')}>
      <p>{t('case.authority.explain')}</p>
      {(children.length === 0 || caregivers.length === 0) && <EmptyCell>{t('case.authority.empty')}</EmptyCell>}
      {caregivers.length > 0 &&
        children.map((child) => (
          <div key={child.id} className={styles['card']}>
            <h3>{t('case.authority.over', { name: child.name })}</h3>
            {caregivers.map((caregiver) => (
              <AuthorityOf key={caregiver.id} caregiver={caregiver} child={child} />
            ))}
          </div>
        ))}
    </Section>
  );
};

const AuthorityOf = ({ caregiver, child }: { readonly caregiver: Person; readonly child: Person }) => {
  const t = useTexts();
  const { options } = useTerms();
  const { authorities } = useCaseView();
  const { run, errorText } = useChange();
  const known = authorities.find((authority) => authority.caregiver === caregiver.id && authority.child === child.id);
  const holds = known?.holds ?? 'unknown';
  const choose = (next: Authority['holds']) =>
    void run({
      type: 'setAuthority',
      caregiver: caregiver.id,
      child: child.id,
      holds: next ?? 'unknown',
      source: known?.source ?? 'none',
      checkedOn: known?.checkedOn ?? null,
    });
  return (
    <div className={styles['authority']}>
      <ChoiceField
        label={caregiver.relation ? t('case.authority.who', { name: caregiver.name, relation: caregiver.relation }) : caregiver.name}
        options={options('authority', 'holds')}
        value={holds}
        onChange={choose}
        error={errorText}
        below={
          known?.conflicts.holds && (
            <ConflictNote entity={known.id} field="holds" candidates={known.conflicts.holds} options={options('authority', 'holds')} />
          )
        }
      />
      {known && holds !== 'unknown' && (
        <div className={styles['fields']}>
          <AutosaveChoice
            label={t('case.authority.source')}
            appearance="select"
            options={options('authority', 'source')}
            {...cellOf(known)('source')}
          />
          <AutosaveDate label={t('case.authority.checkedOn')} {...cellOf(known)('checkedOn')} />
        </div>
      )}
    </div>
  );
};
