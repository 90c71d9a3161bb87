import { authorOf } from '../../core/document/entityId.ts';
import type { Candidate, OpenedEnvelope, Operation } from '../../core/document/operation.ts';
import { fieldsOf, readCandidates, readText, type DocumentState } from '../../core/document/state.ts';
import { writeNote } from '../../core/document/textNote.ts';
import type { PlanCommand } from '../../core/plan/planCommand.ts';
import type { EntityId } from '../../core/shared/ids.ts';
import type { Store } from '../application.ts';
import type { Session } from '../device/deviceContext.ts';
import type { Clock } from '../ports.ts';
import { createStore } from '../store.ts';

interface Step<C> {
  readonly commands: readonly C[];
  readonly at: number;
  readonly before: DocumentState;
  readonly after: DocumentState;
  readonly sealed: OpenedEnvelope;
}

export interface Undo<C> {
  readonly undoable: Store<{ readonly commands: readonly C[]; readonly at: number } | null>;
  readonly remember: (commands: readonly C[], before: DocumentState, after: DocumentState, sealed: OpenedEnvelope) => void;
  /** The operations that take the newest step back, on the document as it is now; and the step is gone. */
  readonly take: (now: DocumentState) => readonly Operation[];
  /** Something was erased: taking back would write it again. */
  readonly forget: () => void;
}

/** States share what did not change, so remembering some costs little. */
const REMEMBERED = 50;

/** Taking back own changes of this visit, newest first. What someone else changed since stays as they left it. */
export function createUndo<C = PlanCommand>(session: Session, clock: Clock): Undo<C> {
  const steps: Step<C>[] = [];
  const undoable = createStore<ReturnType<Undo<C>['undoable']['get']>>(null);
  const show = () => {
    const newest = steps.at(-1);
    undoable.set(newest ? { commands: newest.commands, at: newest.at } : null);
  };
  return {
    undoable,
    remember: (commands, before, after, sealed) => {
      steps.push({ commands, at: clock.now(), before, after, sealed });
      if (steps.length > REMEMBERED) steps.shift();
      show();
    },
    take: (now) => {
      const step = steps.pop();
      show();
      return step ? takeBack(step, now, session) : [];
    },
    forget: () => {
      steps.length = 0;
      show();
    },
  };
}

function takeBack({ before, after, sealed }: Step<unknown>, now: DocumentState, { member, clientId }: Session): readonly Operation[] {
  const operations = sealed.ops as readonly Operation[];
  const made = new Set(operations.map(([, entity]) => entity).filter((entity) => isMade(entity, before)));
  const cells = new Map(
    operations.filter(([, entity]) => !made.has(entity)).map(([type, entity, field]) => [`${entity} ${field}`, { type, entity, field }]),
  );
  return [
    ...[...made].map((entity): Operation => ['set', entity, 'deleted', true, idsOf(readCandidates(now, entity, 'deleted'))]),
    ...[...cells.values()].flatMap(({ type, entity, field }): Operation[] => {
      if (type === 'text')
        return [writeNote(now, entity, field, readText(after, entity, field), readText(before, entity, field), clientId)];
      const [left] = readCandidates(after, entity, field);
      const current = readCandidates(now, entity, field);
      const mine = current.filter(({ author, value }) => author === member && value === left?.value);
      const isAsLeft = left ? mine.length > 0 : current.length === 0;
      return isAsLeft ? [['set', entity, field, readCandidates(before, entity, field)[0]?.value ?? null, idsOf(mine)]] : [];
    }),
  ];
}

/** New in this step and somebody's: then all of it goes. What is nobody's (family, derived ids) only loses the values. */
const isMade = (entity: EntityId, before: DocumentState) => authorOf(entity) !== null && fieldsOf(before, entity).length === 0;

const idsOf = (candidates: readonly Candidate[]) => candidates.map(({ id }) => id);
