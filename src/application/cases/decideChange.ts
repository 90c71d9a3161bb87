import { foldEnvelopes } from '../../core/document/fold.ts';
import type { Operation } from '../../core/document/operation.ts';
import { frontierOf, nextPlace, type DocumentState } from '../../core/document/state.ts';
import type { FoldRules } from '../../core/document/fold.ts';
import type { DecideContext, PlanCommand, PlanError } from '../../core/plan/planCommand.ts';
import type { CivilDate } from '../../core/shared/civilDate.ts';
import type { EntityId, EnvelopeHash, OperationId } from '../../core/shared/ids.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { freshEntityId } from '../../crypto/ids.ts';
import { decideCase } from '../decideCase.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { viewOf } from './viewOf.ts';

export interface Decided {
  readonly operations: readonly Operation[];
  readonly added: readonly EntityId[];
}

/** Where the commands apply: a document as it is now, and its rules. */
export interface Base {
  readonly state: DocumentState;
  readonly rules: FoldRules;
  readonly roster: number;
}

/** Operations of this save that a later command of the same save builds on; they have no hash yet. */
const PENDING = 'pending' as EnvelopeHash;

/** All commands of one save, each seeing what the ones before it did; or the first reason why not. */
export function decideChange(
  context: DeviceContext,
  session: Session,
  base: Base,
  commands: readonly PlanCommand[],
): Result<Decided, PlanError> {
  const decideContext = createDecideContext(context, session, base.state);
  let operations: readonly Operation[] = [];
  let added: readonly EntityId[] = [];
  let { state } = base;
  for (const command of commands) {
    const decided = decideCase(command, state, viewOf(context, session, state), decideContext);
    if (!decided.ok) return decided;
    operations = [...operations, ...decided.value.operations];
    added = [...added, ...decided.value.added];
    if (commands.length > 1) state = foldPending(session, base, operations, context.ports.clock.now());
  }
  return ok({ operations: operations.map(withoutPendingPreds), added });
}

/** The document as it will be with these operations. */
function foldPending(session: Session, { state, rules, roster }: Base, ops: readonly Operation[], wall: number): DocumentState {
  const place = nextPlace(state, session.keys.id, session.incarnation);
  const envelope = {
    hash: PENDING,
    doc: state.doc,
    device: session.keys.id,
    incarnation: session.incarnation,
    ...place,
    roster,
    wall,
    ops,
  };
  return foldEnvelopes(state, [envelope], rules);
}

/** Within one envelope the later of two operations on a cell wins by itself. */
function withoutPendingPreds(operation: Operation): Operation {
  if (operation[0] !== 'set') return operation;
  const [kind, entity, field, value, preds] = operation;
  return [kind, entity, field, value, preds.filter((pred: OperationId) => !pred.startsWith(`${PENDING}/`))];
}

function createDecideContext({ ports }: DeviceContext, { member, clientId }: Session, state: DocumentState): DecideContext {
  return {
    me: member,
    now: ports.clock.now(),
    today: ports.clock.today() as CivilDate,
    newId: (kind) => freshEntityId(kind, member, ports.random.bytes),
    frontier: frontierOf(state),
    clientId,
  };
}
