import { useState } from 'react';
import type { FamilyGoal } from '../../../core/plan/caseView.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../Button.tsx';
import { Row } from '../Layout.tsx';
import { useChange } from '../useChange.ts';
import { WordsForm } from './WordsForm.tsx';

/** The team takes a goal of the family over as it stands, or says why not: the family reads the reason. */
export const DecideFamilyGoal = ({ familyGoal: { id, text, declined } }: { readonly familyGoal: FamilyGoal }) => {
  const t = useTexts();
  const { run, isRunning, errorText, clearError } = useChange();
  const [isDeclining, setDeclining] = useState(false);

  async function decline(reason: string): Promise<void> {
    if (await run({ type: 'declineFamilyGoal', familyGoal: id, reason })) close();
  }
  function close(): void {
    clearError();
    setDeclining(false);
  }

  if (!isDeclining)
    return (
      <>
        <Row gap={2}>
          <Button
            aria-label={t('heard.own.adoptOf', { text })}
            onPress={() => void (isRunning || run({ type: 'adoptFamilyGoal', familyGoal: id }))}
          >
            {t('heard.own.adopt')}
          </Button>
          {!declined && (
            <Button variant="quiet" aria-label={t('heard.own.declineOf', { text })} onPress={() => setDeclining(true)}>
              {t('heard.own.decline')}
            </Button>
          )}
        </Row>
        {errorText && <p role="alert">{errorText}</p>}
      </>
    );
  return (
    <WordsForm
      label={t('heard.own.reason')}
      hint={t('heard.own.reason.hint')}
      missing={t('heard.own.reason.missing')}
      send={t('heard.own.send')}
      error={errorText}
      isBusy={isRunning}
      onSend={(words) => void decline(words)}
      onCancel={close}
    />
  );
};
