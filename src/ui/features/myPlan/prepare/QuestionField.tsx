import type { Reader } from '../../../../core/consent/youngReader.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { AutosaveChoice, AutosavePeople } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { personOptions } from '../../../components/people.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { DrawingField } from './DrawingField.tsx';
import type { Question } from './forms.ts';
import { MoodField } from './MoodField.tsx';
import { MustSayFields } from './MustSayFields.tsx';
import type { Preparing } from './usePreparing.ts';

interface QuestionFieldProps {
  readonly question: Question;
  readonly label: string;
  readonly form: Reader;
  readonly preparing: Preparing;
}

/** What one question is answered with. The card says the question, so the label is for ears. */
export const QuestionField = ({ question, label, form, preparing }: QuestionFieldProps) => {
  const t = useTexts();
  const { entity, by, said } = preparing.prepared;
  const { people } = useCaseView();
  const cell = { label, entity, hideLabel: true };
  switch (question) {
    case 'mood':
      return <MoodField label={label} entity={entity} value={said?.mood ?? null} />;
    case 'goesWell':
    case 'worries':
    case 'wish':
      return <AutosaveText {...cell} field={question} value={said?.[question] ?? ''} multiline />;
    case 'mustSay':
      return <MustSayFields preparing={preparing} />;
    case 'wantsThere':
      return (
        <>
          <AutosavePeople {...cell} field="wantsThere" people={people.filter(({ id }) => id !== by)} value={said?.wantsThere ?? []} />
          <AutosaveText
            label={t('prepare.wantsThereToo', { form })}
            entity={entity}
            field="wantsThereToo"
            value={said?.wantsThereToo ?? ''}
          />
        </>
      );
    case 'coordinator':
      return (
        <AutosaveChoice
          {...cell}
          field="coordinator"
          appearance="select"
          emptyLabel={t('prepare.coordinator.none')}
          options={personOptions(people.filter(({ part }) => part !== 'child'))}
          value={said?.coordinator ?? null}
        />
      );
    case 'drawing':
      return <DrawingField label={label} entity={entity} value={said?.drawing ?? ''} />;
  }
};
