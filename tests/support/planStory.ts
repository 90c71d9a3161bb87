import { decideCase } from '../../src/application/decideCase.ts';
import type { RosterRole } from '../../src/core/circle/rosterEntry.ts';
import type { OpenedEnvelope } from '../../src/core/document/operation.ts';
import { type DocumentState, frontierOf } from '../../src/core/document/state.ts';
import type { CaseView } from '../../src/core/plan/caseView.ts';
import type { Decided } from '../../src/core/plan/decidePlan.ts';
import type { DecideContext, PlanCommand, PlanError } from '../../src/core/plan/planCommand.ts';
import { viewCase } from '../../src/core/plan/viewCase.ts';
import type { CivilDate } from '../../src/core/shared/civilDate.ts';
import type { DeviceId, EntityId } from '../../src/core/shared/ids.ts';
import { createStory, memberOf, rulesFor, writeEnvelope } from './documentStory.ts';

export const day = (text: string): CivilDate => text as CivilDate;

/** One device working on a plan: real schema, real decisions, real fold; ids and clock of the story. */
export interface PlanStory {
  /** What happened before. Fails the test when it may not. */
  readonly given: (...commands: readonly PlanCommand[]) => void;
  /** Like `given`, with the id of what was made. */
  readonly made: (command: PlanCommand) => EntityId;
  /** Decides, and writes when it may. */
  readonly when: (command: PlanCommand) => Decided;
  readonly view: () => CaseView;
  readonly state: () => DocumentState;
  /** From here on it is this day. */
  readonly on: (today: string) => void;
  /** What another device wrote. */
  readonly hear: (...envelopes: readonly OpenedEnvelope[]) => void;
  /** Everything written here, to let another device hear it. */
  readonly written: readonly OpenedEnvelope[];
  readonly context: () => DecideContext;
}

interface Teller {
  /** The member is the part before the dash. */
  readonly device: string;
  readonly roles: Readonly<Record<string, RosterRole>>;
  readonly today: string;
}

export function createPlanStory(differently: Partial<Teller> = {}): PlanStory {
  const {
    device,
    roles,
    today: begin,
  }: Teller = { device: 'ingrid-laptop', roles: { ingrid: 'lead' }, today: '2026-03-02', ...differently };
  const me = memberOf(device as DeviceId);
  const story = createStory(device, rulesFor(roles));
  const written: OpenedEnvelope[] = [];
  let today = day(begin);
  let made = 0;
  const now = () => Date.parse(`${today}T10:00:00Z`);
  const context = (): DecideContext => ({
    me,
    now: now(),
    today,
    newId: (kind) => `${kind}.${me}.${device}${made++}` as EntityId,
    frontier: frontierOf(story.state()),
    clientId: 1,
  });
  const view = () => viewCase(story.state(), { me, today, now: now() });
  const when = (command: PlanCommand): Decided => {
    const decided = decideCase(command, story.state(), view(), context());
    if (!decided.ok || decided.value.operations.length === 0) return decided;
    const envelope = writeEnvelope(story.state(), device, decided.value.operations, { wall: now() });
    story.hear(envelope);
    written.push(envelope);
    return decided;
  };
  const expectDone = (command: PlanCommand) => {
    const decided = when(command);
    if (!decided.ok) throw new Error(`${command.type}: ${JSON.stringify(decided.error)}`);
    return decided.value;
  };
  return {
    given: (...commands) => void commands.map(expectDone),
    made: (command) => expectDone(command).added[0] as EntityId,
    when,
    view,
    state: story.state,
    on: (next) => void (today = day(next)),
    hear: story.hear,
    written,
    context,
  };
}

/** The outcome of a command that may not be. */
export const refused = <T extends PlanError['type']>(type: T, details: object = {}) => ({ ok: false, error: { type, ...details } });

/** Milan and Zosia, their mother and father, their teacher, and who holds the device. */
export function givenFamily(story: PlanStory) {
  const person = (fields: Extract<PlanCommand, { type: 'add'; kind: 'person' }>['fields']) =>
    story.made({ type: 'add', kind: 'person', fields });
  return {
    milan: person({ name: 'Milan', part: 'child', birthDate: day('2016-05-01') }),
    zosia: person({ name: 'Zosia', part: 'child', birthDate: day('2019-11-20') }),
    ewa: person({ name: 'Ewa', part: 'caregiver', relation: 'moeder' }),
    bart: person({ name: 'Bart', part: 'caregiver', relation: 'vader' }),
    lotte: person({ name: 'Juf Lotte', part: 'professional', discipline: 'teacher' }),
    ingrid: person({ name: 'Ingrid', part: 'professional', discipline: 'internalCoordinator', member: story.context().me }),
  };
}
