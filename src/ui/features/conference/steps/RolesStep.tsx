import type { Conference, CoordinatorTurn } from '../../../../core/plan/caseView.ts';
import { isRunning } from '../../../../core/plan/coordinator.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Card } from '../../../components/Card.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { nameOf } from '../../../components/people.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { Agreements } from './Agreements.tsx';
import { AskCoordinator } from './AskCoordinator.tsx';
import { OtherRoles } from './OtherRoles.tsx';
import { ProposedCoordinator } from './ProposedCoordinator.tsx';
import { RunningCoordinator } from './RunningCoordinator.tsx';
import { TwoCoordinators } from './TwoCoordinators.tsx';

const isProposed = (turn: CoordinatorTurn): boolean => turn.acceptedAt === null && turn.declinedAt === null && turn.endedAt === null;

/** Who takes regie, who stands in, and how people work together. Nobody has a role before saying yes. */
export const RolesStep = (_: { readonly conference: Conference }) => {
  const t = useTexts();
  const view = useCaseView();
  const running = view.coordinatorTurns.filter(isRunning);
  const proposed = view.coordinatorTurns.filter(isProposed);
  const lastNo = view.coordinatorTurns.findLast(({ declinedAt }) => declinedAt !== null);
  return (
    <Stack gap={5}>
      <Card as="section" labelledBy="coordinator">
        <Stack>
          <h2 id="coordinator">{t('conference.roles.coordinator')}</h2>
          {running.length > 1 && <TwoCoordinators running={running} />}
          {running.map((turn) => (
            <RunningCoordinator key={turn.id} turn={turn} canHandOver={running.length === 1} />
          ))}
          {running.length === 0 && proposed.map((turn) => <ProposedCoordinator key={turn.id} turn={turn} />)}
          {running.length + proposed.length === 0 && (
            <>
              {lastNo && <p role="status">{t('conference.roles.declined', { name: nameOf(view, lastNo.person) })}</p>}
              <AskCoordinator />
            </>
          )}
        </Stack>
      </Card>
      <OtherRoles />
      <Agreements />
    </Stack>
  );
};
