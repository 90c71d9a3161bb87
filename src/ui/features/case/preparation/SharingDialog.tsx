import { useState } from 'react';
import type { Sharing } from '../../../../core/plan/caseView.ts';
import type { CivilDate } from '../../../../core/shared/civilDate.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { DateField } from '../../../components/fields/DateField.tsx';
import { PeopleField } from '../../../components/fields/PeopleField.tsx';
import { TextArea } from '../../../components/fields/TextArea.tsx';
import { TextField } from '../../../components/fields/TextField.tsx';
import { personOptions } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';

/** What is known of the decision when the dialog opens: somebody who agrees later says yes to the same. */
export type SharingBegin = Partial<Pick<Sharing, 'withWhom' | 'what' | 'purpose' | 'legalBasis' | 'decidedBy'>>;

interface SharingDialogProps {
  readonly begin?: SharingBegin;
  readonly onClose: () => void;
}

/** One decision to share: what, with whom, what for, on which ground, and who decided. */
export const SharingDialog = ({ begin = {}, onClose }: SharingDialogProps) => {
  const t = useTexts();
  const { options } = useTerms();
  const { people, professionals, network, me } = useCaseView();
  const { run, errorText } = useChange();
  const today = useToday();
  const [withWhom, setWithWhom] = useState<EntityId | null>(begin.withWhom ?? null);
  const [what, setWhat] = useState(begin.what ?? '');
  const [purpose, setPurpose] = useState(begin.purpose ?? '');
  const [legalBasis, setLegalBasis] = useState<Sharing['legalBasis']>(begin.legalBasis ?? null);
  const [decidedBy, setDecidedBy] = useState<readonly EntityId[]>(begin.decidedBy ?? []);
  const [decidedOn, setDecidedOn] = useState<CivilDate | null>(today);
  const [how, setHow] = useState<Sharing['how']>(null);
  const [isTried, setIsTried] = useState(false);
  const missing = (isMissing: boolean) => (isTried && isMissing ? t('case.sharing.missing') : null);

  async function add() {
    setIsTried(true);
    if (!withWhom || what.trim() === '' || purpose.trim() === '') return;
    const fields = { what, withWhom, purpose, legalBasis, decidedBy, decidedOn, how };
    if (await run({ type: 'add', kind: 'sharing', fields })) onClose();
  }

  return (
    <Dialog
      title={t('case.sharing.new')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void add()}>{t('case.sharing.save')}</Button>
          <Button variant="plain" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
        </>
      }
    >
      {errorText && <p role="alert">{errorText}</p>}
      <ChoiceField
        label={t('case.sharing.withWhom')}
        appearance="select"
        options={personOptions([...network, ...professionals].filter(({ id }) => id !== me?.id))}
        value={withWhom}
        onChange={setWithWhom}
        isRequired
        error={missing(!withWhom)}
      />
      <TextArea
        label={t('case.sharing.what')}
        hint={t('case.sharing.what.hint')}
        rows={2}
        value={what}
        onChange={setWhat}
        isRequired
        error={missing(what.trim() === '')}
      />
      <TextField
        label={t('case.sharing.purpose')}
        hint={t('case.sharing.purpose.hint')}
        value={purpose}
        onChange={setPurpose}
        isRequired
        error={missing(purpose.trim() === '')}
      />
      <ChoiceField
        label={t('case.sharing.legalBasis')}
        hint={t('case.sharing.legalBasis.hint')}
        options={options('sharing', 'legalBasis')}
        value={legalBasis}
        onChange={setLegalBasis}
      />
      <PeopleField label={t('case.sharing.decidedByLabel')} people={people} value={decidedBy} onChange={setDecidedBy} />
      <DateField label={t('case.sharing.decidedOnLabel')} value={decidedOn} onChange={setDecidedOn} />
      <ChoiceField label={t('case.sharing.how')} options={options('sharing', 'how')} value={how} onChange={setHow} />
    </Dialog>
  );
};
