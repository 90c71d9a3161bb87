import { useState } from 'react';
import type { CoordinatorTurn } from '../../../core/plan/caseView.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useChange } from '../../components/useChange.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** A warm handover: why, and to whom; the next one still has to accept. */
export const HandOverDialog = ({ turn, onClose }: { readonly turn: CoordinatorTurn; readonly onClose: () => void }) => {
  const t = useTexts();
  const { people } = useCaseView();
  const { run, errorText } = useChange();
  const [to, setTo] = useState<EntityId | null>(turn.cover);
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={t('case.roles.handOver')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void run({ type: 'handOverCoordinator', turn: turn.id, to, reason }).then((done) => done && onClose())}>
            {t('case.roles.handOver')}
          </Button>
          <Button variant="plain" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('case.roles.handOver.explain')}</p>
      <ChoiceField
        label={t('case.roles.handOver.to')}
        appearance="select"
        emptyLabel={t('case.roles.handOver.nobody')}
        options={people
          .filter(({ id, part }) => id !== turn.person && part !== 'child')
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={to}
        onChange={setTo}
      />
      <TextField label={t('case.roles.handOver.reason')} value={reason} onChange={setReason} isRequired error={errorText} />
    </Dialog>
  );
};
