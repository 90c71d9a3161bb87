import { useState } from 'react';
import type { CirclePerson } from '../../../application/application.ts';
import { isForAWhile, mayPropose, usualEnd } from '../../../core/plan/companions.ts';
import type { CivilDate } from '../../../core/shared/civilDate.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { useNameOfPerson } from '../../components/circle/circleWords.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { personOptions } from '../../components/people.ts';
import { useChange } from '../../components/useChange.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { UntilField } from './ReadingFields.tsx';

interface ProlongDialogProps {
  readonly person: CirclePerson;
  readonly companion: EntityId;
  readonly onClose: () => void;
}

/** Still needed: another day, with who of the family said yes to it and how. */
export const ProlongDialog = ({ person, companion, onClose }: ProlongDialogProps) => {
  const t = useTexts();
  const { options } = useTerms();
  const today = useToday();
  const { people, companions } = useCaseView();
  const { run, isRunning, errorText } = useChange();
  const brought = companions.find(({ id }) => id === companion);
  const [until, setUntil] = useState<CivilDate | null>(usualEnd(brought?.what ?? null, null, today, brought?.ends));
  const [agreedBy, setAgreedBy] = useState<EntityId | null>(null);
  const [via, setVia] = useState<'spoken' | 'paper'>('spoken');
  const [isTried, setTried] = useState(false);
  const isWrong = until === null || !isForAWhile(until, today);

  async function save(): Promise<void> {
    setTried(true);
    if (isRunning || isWrong || agreedBy === null) return;
    if (await run({ type: 'prolongCompanion', companion, until, agreedBy, via })) onClose();
  }

  return (
    <Dialog
      title={t('circle.prolong.this', { name: useNameOfPerson()(person) })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void save()}>{t('circle.prolong.save')}</Button>
          <Button variant="plain" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('circle.prolong.explain')}</p>
      <UntilField value={until} onChange={setUntil} error={isTried && isWrong ? t('circle.prolong.untilWrong') : null} />
      <ChoiceField
        label={t('circle.prolong.agreedBy')}
        options={personOptions(people.filter((one) => mayPropose(one, today)))}
        value={agreedBy}
        onChange={setAgreedBy}
        error={isTried && agreedBy === null ? t('circle.prolong.agreedByMissing') : null}
        isRequired
      />
      <ChoiceField
        label={t('circle.prolong.how')}
        options={options('companionReply', 'via').flatMap(({ value, label }) => (value === 'own' ? [] : [{ value, label }]))}
        value={via}
        onChange={(how) => how && setVia(how)}
      />
      {errorText && <p role="alert">{errorText}</p>}
    </Dialog>
  );
};
