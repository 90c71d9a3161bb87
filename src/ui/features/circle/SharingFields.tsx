import type { ReactNode } from 'react';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Card } from '../../components/Card.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { PeopleField } from '../../components/fields/PeopleField.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import type { DraftProblem, SharingDraft } from './inviteDraft.ts';

interface SharingFieldsProps {
  readonly value: SharingDraft;
  readonly onChange: (value: SharingDraft) => void;
  readonly errorAt: (problem: DraftProblem) => string | null;
  /** Something about this person is recorded already. */
  readonly isRecorded: boolean;
  /** Who must still agree, given what is filled in. */
  readonly before: ReactNode;
}

/** Of another organisation: what is shared, what for, on which ground and who decided. Skipping is possible, and the family sees that. */
export const SharingFields = ({ value, onChange, errorAt, isRecorded, before }: SharingFieldsProps) => {
  const t = useTexts();
  const { options } = useTerms();
  const { people } = useCaseView();
  const change = (part: Partial<SharingDraft>) => onChange({ ...value, ...part });
  return (
    <Card as="section" labelledBy="sharing">
      <h2 id="sharing">{t('circle.sharing.title')}</h2>
      <p>{t(isRecorded ? 'circle.sharing.already' : 'circle.sharing.why')}</p>
      {!value.isSkipped && (
        <>
          <TextArea
            label={t('circle.sharing.what')}
            rows={2}
            value={value.what}
            onChange={(what) => change({ what })}
            error={errorAt('what')}
            isRequired
          />
          <TextField
            label={t('circle.sharing.purpose')}
            value={value.purpose}
            onChange={(purpose) => change({ purpose })}
            error={errorAt('purpose')}
            isRequired
          />
          <ChoiceField
            label={t('circle.sharing.basis')}
            hint={t('circle.sharing.basisHint')}
            options={options('sharing', 'legalBasis')}
            value={value.legalBasis}
            onChange={(legalBasis) => change({ legalBasis })}
            error={errorAt('legalBasis')}
            isRequired
          />
          <PeopleField
            label={t('circle.sharing.decidedBy')}
            people={people}
            value={value.decidedBy}
            onChange={(decidedBy) => change({ decidedBy })}
          />
          <DateField label={t('circle.sharing.decidedOn')} value={value.decidedOn} onChange={(decidedOn) => change({ decidedOn })} />
          <ChoiceField
            label={t('circle.sharing.how')}
            options={options('sharing', 'how')}
            value={value.how}
            onChange={(how) => change({ how })}
            error={errorAt('sharingHow')}
            isRequired
          />
        </>
      )}
      <CheckField
        label={t(isRecorded ? 'circle.sharing.nothingElse' : 'circle.sharing.skip')}
        value={value.isSkipped}
        onChange={(isSkipped) => change({ isSkipped })}
        below={value.isSkipped && !isRecorded && <p role="status">{t('circle.sharing.skipped')}</p>}
      />
      {before}
    </Card>
  );
};
