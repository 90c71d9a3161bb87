import { useState } from 'react';
import { generatePath } from 'react-router';
import type { CircleView } from '../../../application/application.ts';
import type { Companion } from '../../../core/plan/caseView.ts';
import { companionshipOf } from '../../../core/plan/companions.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { WordsForm } from '../../components/heard/WordsForm.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { paths } from '../../components/paths.ts';
import { Quote } from '../../components/Quote.tsx';
import { useAsks } from '../../components/useAsks.ts';
import { useChange } from '../../components/useChange.ts';
import { useNames } from '../../components/useNames.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './circle.module.css';

interface CompanionsProps {
  readonly view: CircleView;
}

/** Whom the family wants beside them: a lead says yes and lets them in, or says why not. Who was said yes to and is not in yet stays in sight. */
export const Companions = ({ view }: CompanionsProps) => {
  const t = useTexts();
  const today = useToday();
  const plan = useCaseView();
  const isIn = ({ who }: Companion) => who !== null && view.people.some(({ person, role }) => person === who && role !== null);
  const waiting = plan.companions.filter(({ state }) => state === 'waiting');
  const outside = plan.companions.filter(
    (one) =>
      one.state === 'confirmed' &&
      one.ends !== null &&
      one.ends >= today &&
      !isIn(one) &&
      companionshipOf(plan, one.who ?? undefined)?.companion.id === one.id,
  );
  if (waiting.length + outside.length === 0) return null;
  return (
    <Stack as="section" gap={3} labelledBy="companions">
      <h2 id="companions" tabIndex={-1}>
        {t('circle.companions')}
      </h2>
      {waiting.map((companion) => (
        <Waiting key={companion.id} view={view} companion={companion} isIn={isIn(companion)} />
      ))}
      {outside.map((companion) => (
        <Outside key={companion.id} view={view} companion={companion} />
      ))}
    </Stack>
  );
};

interface WaitingProps extends CompanionsProps {
  readonly companion: Companion;
  readonly isIn: boolean;
}

const Waiting = ({ view, companion, isIn }: WaitingProps) => {
  const t = useTexts();
  const asks = useAsks();
  const { nameOf } = useNames();
  const { conferences, evaluations } = useCaseView();
  const { why, until, phone, by, conference, evaluation } = companion;
  const meeting = [...conferences, ...evaluations].find(({ id }) => id === conference || id === evaluation);
  return (
    <Card as="article" tone="attention">
      <h3 translate="no">{asks(companion)}</h3>
      {why && (
        <Quote by={nameOf(by)}>
          <p translate="no">{why}</p>
        </Quote>
      )}
      <ul className={styles['facts']}>
        {until && companion.person === null && <li>{t('circle.companion.until', { day: formatDay(until) })}</li>}
        {meeting?.day && <li>{t('circle.companion.meeting', { day: formatDay(meeting.day) })}</li>}
        {phone && <li translate="no">{t('circle.companion.phone', { phone })}</li>}
      </ul>
      {view.mayChange ? <Decide view={view} companion={companion} isIn={isIn} /> : <p>{t('circle.companion.leadConfirms')}</p>}
    </Card>
  );
};

const Decide = ({ view, companion: { id, name, who, until }, isIn }: WaitingProps) => {
  const t = useTexts();
  const { run, isRunning, errorText, clearError } = useChange();
  const [isDeclining, setDeclining] = useState(false);

  function close(): void {
    clearError();
    setDeclining(false);
  }
  async function decline(reason: string): Promise<void> {
    if (await run({ type: 'declineCompanion', companion: id, reason })) close();
  }

  if (isDeclining)
    return (
      <WordsForm
        label={t('circle.companion.reason')}
        hint={t('circle.companion.reason.hint')}
        missing={t('circle.companion.reason.missing')}
        send={t('circle.companion.send')}
        error={errorText}
        isBusy={isRunning}
        onSend={(words) => void decline(words)}
        onCancel={close}
      />
    );
  return (
    <>
      <Row gap={2}>
        {isIn && until ? (
          <Button
            isDisabled={isRunning}
            onPress={() => void run({ type: 'confirmCompanion', companion: id, person: who, name, relation: '', until })}
          >
            {t('circle.companion.confirmLonger', { day: formatDay(until) })}
          </Button>
        ) : (
          <LinkButton
            aria-label={t('circle.companion.confirmOf', { name })}
            to={generatePath(paths.invite, { caseId: view.caseId, companionId: id })}
          >
            {t('circle.companion.confirm')}
          </LinkButton>
        )}
        <Button variant="quiet" aria-label={t('circle.companion.declineOf', { name })} onPress={() => setDeclining(true)}>
          {t('circle.companion.decline')}
        </Button>
      </Row>
      {errorText && <p role="alert">{errorText}</p>}
    </>
  );
};

/** Said yes to, and not in: an invitation lasts a day at most, so another may be needed. */
const Outside = ({ view, companion: { id, name, by, ends } }: Omit<WaitingProps, 'isIn'>) => {
  const t = useTexts();
  const { nameOf } = useNames();
  return (
    <Card as="article">
      <h3 translate="no">{t('circle.companion.notIn', { name, day: ends ? formatDay(ends) : '' })}</h3>
      <p translate="no">{t('circle.companion.handOver', { name, by: nameOf(by) })}</p>
      {view.mayChange && (
        <div>
          <LinkButton variant="quiet" to={generatePath(paths.invite, { caseId: view.caseId, companionId: id })}>
            {t('circle.companion.invite', { name })}
          </LinkButton>
        </div>
      )}
    </Card>
  );
};
