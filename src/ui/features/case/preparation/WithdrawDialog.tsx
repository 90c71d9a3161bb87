import { useState } from 'react';
import type { Sharing } from '../../../../core/plan/caseView.ts';
import type { CivilDate } from '../../../../core/shared/civilDate.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { DateField } from '../../../components/fields/DateField.tsx';
import { personOptions } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useNames } from '../../../components/useNames.ts';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';

/** Taking back a decision to share. Says what it cannot do: what was shared before is known to the other. */
export const WithdrawDialog = ({ sharing, onClose }: { readonly sharing: Sharing; readonly onClose: () => void }) => {
  const t = useTexts();
  const { people } = useCaseView();
  const { nameOf } = useNames();
  const { run, errorText } = useChange();
  const [on, setOn] = useState<CivilDate | null>(useToday());
  const [by, setBy] = useState<EntityId | null>(sharing.decidedBy[0] ?? null);
  const [isTried, setIsTried] = useState(false);

  async function withdraw() {
    setIsTried(true);
    if (!on || !by) return;
    const set = (field: string, value: unknown) => ({ type: 'set', entity: sharing.id, field, value }) as const;
    if (await run(set('withdrawnOn', on), set('withdrawnBy', by))) onClose();
  }

  return (
    <Dialog
      title={t('case.sharing.withdrawThis', { name: nameOf(sharing.withWhom) })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" onPress={() => void withdraw()}>
            {t('case.sharing.withdraw')}
          </Button>
          <Button variant="plain" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
        </>
      }
    >
      <p>{sharing.what}</p>
      <p>
        <strong>{t('case.sharing.cannotTakeBack')}</strong>
      </p>
      {errorText && <p role="alert">{errorText}</p>}
      <ChoiceField
        label={t('case.sharing.withdrawnBy')}
        appearance="select"
        options={personOptions(people)}
        value={by}
        onChange={setBy}
        isRequired
        error={isTried && !by ? t('case.sharing.missing') : null}
      />
      <DateField
        label={t('case.sharing.withdrawnOn')}
        value={on}
        onChange={setOn}
        isRequired
        error={isTried && !on ? t('case.sharing.missing') : null}
      />
    </Dialog>
  );
};
