import { useCaseView } from '../../../components/applicationContext.tsx';
import { EmptyCell } from '../../../components/EmptyCell.tsx';
import { AutosaveChoice } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { personOptions } from '../../../components/people.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { AddLine } from '../AddLine.tsx';
import styles from '../case.module.css';
import { cellOf } from '../cellOf.ts';
import { RemoveButton } from '../RemoveButton.tsx';
import { Section } from '../Section.tsx';

/** What was tried before and what it brought, so that nobody starts from nothing. */
export const EarlierHelpSection = () => {
  const t = useTexts();
  const { earlierHelp, people } = useCaseView();
  return (
    <Section id="earlierHelp" title={t('case.earlierHelp.title')}>
      {earlierHelp.length === 0 && <EmptyCell>{t('case.earlierHelp.empty')}</EmptyCell>}
      {earlierHelp.map((help) => {
        const cell = cellOf(help);
        return (
          <fieldset key={help.id} className={styles['card']}>
            <legend>{help.what}</legend>
            <div className={styles['fields']}>
              <AutosaveText label={t('case.earlierHelp.what')} {...cell('what')} />
              <AutosaveText label={t('case.earlierHelp.when')} {...cell('when')} />
              <AutosaveChoice label={t('case.earlierHelp.by')} appearance="select" options={personOptions(people)} {...cell('saidBy')} />
            </div>
            <AutosaveText label={t('case.earlierHelp.brought')} multiline rows={2} {...cell('brought')} />
            <RemoveButton entity={help.id} name={help.what} />
          </fieldset>
        );
      })}
      <AddLine
        label={t('case.earlierHelp.new')}
        hint={t('case.earlierHelp.new.hint')}
        button={t('case.earlierHelp.add')}
        command={(what) => ({ type: 'add', kind: 'earlierHelp', fields: { what } })}
      />
    </Section>
  );
};
