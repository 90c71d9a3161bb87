import { useState } from 'react';
import type { FamilyGoal } from '../../../core/plan/caseView.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../Button.tsx';
import { TextArea } from '../fields/TextArea.tsx';
import { Row } from '../Layout.tsx';
import { useChange } from '../useChange.ts';
import styles from './heard.module.css';

/** The team takes a goal of the family over as it stands, or says why not: the family reads the reason. */
export const DecideFamilyGoal = ({ familyGoal: { id, text, declined } }: { readonly familyGoal: FamilyGoal }) => {
  const t = useTexts();
  const { run, isRunning, errorText, clearError } = useChange();
  const [reason, setReason] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);

  async function decline(words: string): Promise<void> {
    setTried(true);
    if (words.trim() === '' || isRunning) return;
    if (await run({ type: 'declineFamilyGoal', familyGoal: id, reason: words })) close();
  }
  function close(): void {
    clearError();
    setTried(false);
    setReason(null);
  }

  if (reason === null)
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
            <Button variant="quiet" aria-label={t('heard.own.declineOf', { text })} onPress={() => setReason('')}>
              {t('heard.own.decline')}
            </Button>
          )}
        </Row>
        {errorText && <p role="alert">{errorText}</p>}
      </>
    );
  return (
    <form
      className={styles['own']}
      onSubmit={(event) => {
        event.preventDefault();
        void decline(reason);
      }}
    >
      <TextArea
        label={t('heard.own.reason')}
        hint={t('heard.own.reason.hint')}
        rows={2}
        value={reason}
        onChange={setReason}
        error={isTried && reason.trim() === '' ? t('heard.own.reason.missing') : errorText}
      />
      <Row gap={2}>
        <Button type="submit">{t('heard.own.send')}</Button>
        <Button variant="plain" onPress={close}>
          {t('shell.cancel')}
        </Button>
      </Row>
    </form>
  );
};
