import { useState } from 'react';
import type { CoordinatorTurn } from '../../../core/plan/caseView.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { AutosaveText } from '../../components/fields/AutosaveText.tsx';
import { AutosaveChoice } from '../../components/fields/AutosaveChoice.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { formatMoment } from '../../components/formatDate.ts';
import { Row, Stack } from '../../components/Layout.tsx';
import { useChange } from '../../components/useChange.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './case.module.css';
import { HandOverDialog } from './HandOverDialog.tsx';
import { RoleItem } from './RoleItem.tsx';
import { Section } from './Section.tsx';

/** Who takes regie. Someone counts as coordinator once they accepted, never before. */
export const RolesSection = () => {
  const t = useTexts();
  const { nameOf } = useNames();
  const { coordinatorTurns, roles } = useCaseView();
  const isRunning = (turn: CoordinatorTurn) => turn.acceptedAt !== null && turn.endedAt === null;
  const running = coordinatorTurns.filter(isRunning);
  const proposed = coordinatorTurns.filter((turn) => turn.acceptedAt === null && turn.endedAt === null && turn.declinedAt === null);
  const earlier = coordinatorTurns.filter((turn) => turn.endedAt !== null);
  return (
    <Section id="roles" title={t('case.page.roles')}>
      {running.length > 1 && <Banner tone="alarm">{t('case.roles.two')}</Banner>}
      {running.map((turn) => (
        <RunningTurn key={turn.id} turn={turn} others={running.filter(({ id }) => id !== turn.id)} />
      ))}
      {running.length === 0 && proposed.map((turn) => <ProposedTurn key={turn.id} turn={turn} />)}
      {running.length === 0 && proposed.length === 0 && <Propose />}
      {roles.length > 0 && (
        <ul className={styles['list']}>
          {roles.map((role) => (
            <RoleItem key={role.id} role={role} />
          ))}
        </ul>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('case.roles.history', { count: earlier.length })}</summary>
          <ul className={styles['list']}>
            {earlier.map((turn) => (
              <li key={turn.id}>
                {t('case.roles.historyItem', { name: nameOf(turn.person), until: formatMoment(turn.endedAt ?? 0) })}
                <p className={styles['detail']}>{turn.endReason}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
};

interface RunningTurnProps {
  readonly turn: CoordinatorTurn;
  /** Who accepted apart from this one: choosing one of them ends the others. */
  readonly others: readonly CoordinatorTurn[];
}

const RunningTurn = ({ turn, others }: RunningTurnProps) => {
  const t = useTexts();
  const { nameOf } = useNames();
  const { term } = useTerms();
  const { people } = useCaseView();
  const { run, errorText } = useChange();
  const [isHandingOver, setIsHandingOver] = useState(false);
  const name = nameOf(turn.person);
  const keep = () =>
    void run(
      ...others.map(
        (other) => ({ type: 'handOverCoordinator', turn: other.id, to: null, reason: t('case.roles.chosen', { name }) }) as const,
      ),
    );
  return (
    <div className={styles['coordinator']}>
      <h3>{t('case.roles.coordinator', { name })}</h3>
      <p className={styles['detail']}>
        {t('case.roles.acceptedOn', {
          at: formatMoment(turn.acceptedAt ?? 0),
          via: turn.acceptedVia ? term('coordinatorTurn', 'acceptedVia', turn.acceptedVia) : '',
        })}
      </p>
      <AutosaveText label={t('case.roles.reachability')} entity={turn.id} field="reachability" value={turn.reachability} />
      <AutosaveChoice
        label={t('case.roles.cover')}
        appearance="select"
        options={people.filter(({ id }) => id !== turn.person).map((person) => ({ value: person.id, label: person.name }))}
        entity={turn.id}
        field="cover"
        value={turn.cover}
      />
      {errorText && <p role="alert">{errorText}</p>}
      <Row gap={2}>
        {others.length > 0 && <Button onPress={keep}>{t('case.roles.keep', { name })}</Button>}
        <Button variant="quiet" onPress={() => setIsHandingOver(true)} aria-label={t('case.roles.handOverOf', { name })}>
          {t('case.roles.handOver')}
        </Button>
      </Row>
      {isHandingOver && <HandOverDialog turn={turn} onClose={() => setIsHandingOver(false)} />}
    </div>
  );
};

const ProposedTurn = ({ turn }: { readonly turn: CoordinatorTurn }) => {
  const t = useTexts();
  const { nameOf } = useNames();
  const { me } = useCaseView();
  const { run, errorText } = useChange();
  const isMe = turn.person === me?.id;
  const accept = () =>
    void run({
      type: 'acceptCoordinator',
      turn: turn.id,
      via: isMe ? 'own' : 'spoken',
      recordedBy: isMe ? null : (me?.id ?? null),
      cover: turn.cover,
      reachability: turn.reachability,
    });
  return (
    <div className={styles['coordinator']}>
      <h3>{t('case.roles.proposed', { name: nameOf(turn.person) })}</h3>
      <p>{t(isMe ? 'case.roles.askMe' : 'case.roles.askOther', { name: nameOf(turn.person) })}</p>
      {errorText && <p role="alert">{errorText}</p>}
      <Row gap={2}>
        <Button onPress={accept}>{t(isMe ? 'case.roles.acceptMe' : 'case.roles.acceptOther', { name: nameOf(turn.person) })}</Button>
        <Button variant="quiet" onPress={() => void run({ type: 'declineCoordinator', turn: turn.id })}>
          {t('case.roles.decline')}
        </Button>
      </Row>
    </div>
  );
};

const Propose = () => {
  const t = useTexts();
  const { nameOf } = useNames();
  const { people, family, caregivers } = useCaseView();
  const { run, errorText } = useChange();
  const [person, setPerson] = useState<EntityId | null>(family.preferredCoordinator);
  const [isTried, setIsTried] = useState(false);
  const proposedBy = family.preferredCoordinator === person ? (caregivers[0]?.id ?? null) : null;
  const propose = () => {
    setIsTried(true);
    if (person) void run({ type: 'proposeCoordinator', person, proposedBy });
  };
  return (
    <Stack gap={3}>
      <p>{t('case.roles.none')}</p>
      {family.preferredCoordinator && (
        <p className={styles['detail']}>{t('case.roles.preferred', { name: nameOf(family.preferredCoordinator) })}</p>
      )}
      <ChoiceField
        label={t('case.roles.who')}
        appearance="select"
        options={people.filter(({ part }) => part !== 'child').map(({ id, name }) => ({ value: id, label: name }))}
        value={person}
        onChange={setPerson}
        error={isTried && !person ? t('case.roles.who.missing') : errorText}
      />
      <div>
        <Button onPress={propose}> {t('case.roles.propose')}</Button>
      </div>
    </Stack>
  );
};
