import { useCaseView } from '../../components/applicationContext.tsx';
import { EmptyCell } from '../../components/EmptyCell.tsx';
import { AutosaveText } from '../../components/fields/AutosaveText.tsx';
import { Stack } from '../../components/Layout.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { AddLine } from './AddLine.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { Section } from './Section.tsx';

/** How people work together: when to call, who tells whom. */
export const AgreementsSection = () => {
  const t = useTexts();
  const { agreements } = useCaseView();
  return (
    <Section id="agreements" title={t('case.page.agreements')}>
      {agreements.length === 0 && <EmptyCell>{t('case.agreements.empty')}</EmptyCell>}
      {agreements.map((agreement, index) => (
        <Stack key={agreement.id} gap={1}>
          <AutosaveText label={t('case.agreements.one', { number: index + 1 })} entity={agreement.id} field="text" value={agreement.text} />
          <RemoveButton entity={agreement.id} name={t('case.agreements.one', { number: index + 1 })} />
        </Stack>
      ))}
      <AddLine
        label={t('case.agreements.new')}
        button={t('case.agreements.add')}
        command={(text) => ({ type: 'add', kind: 'agreement', fields: { text } })}
      />
    </Section>
  );
};
