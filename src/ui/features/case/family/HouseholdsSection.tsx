import { useCaseView } from '../../../components/applicationContext.tsx';
import { EmptyCell } from '../../../components/EmptyCell.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { AddLine } from '../AddLine.tsx';
import styles from '../case.module.css';
import { cellOf } from '../cellOf.ts';
import { RemoveButton } from '../RemoveButton.tsx';
import { Section } from '../Section.tsx';

/** The homes of this family and who lives where. No addresses: one that is kept secret must never be found here. */
export const HouseholdsSection = () => {
  const t = useTexts();
  const { households, people } = useCaseView();
  return (
    <Section id="households" title={t('case.household.title')}>
      <p>{t('case.household.secret')}</p>
      {households.length === 0 && <EmptyCell>{t('case.household.empty')}</EmptyCell>}
      {households.map((household) => {
        const cell = cellOf(household);
        const residents = people.filter((person) => person.household === household.id).map(({ name }) => name);
        return (
          <fieldset key={household.id} className={styles['card']}>
            <legend>{household.name}</legend>
            <p className={styles['detail']}>
              {residents.length > 0 ? t('case.household.residents', { names: residents.join(', ') }) : t('case.household.nobody')}
            </p>
            <AutosaveText label={t('case.household.name')} {...cell('name')} />
            <AutosaveText
              label={t('case.household.arrangement')}
              hint={t('case.household.arrangement.hint')}
              multiline
              rows={2}
              {...cell('arrangement')}
            />
            <RemoveButton entity={household.id} name={household.name} />
          </fieldset>
        );
      })}
      <AddLine
        label={t('case.household.new')}
        hint={t('case.household.new.hint')}
        button={t('case.household.add')}
        command={(name) => ({ type: 'add', kind: 'household', fields: { name } })}
      />
    </Section>
  );
};
