import { useState } from 'react';
import type { OpenCase } from '../../../../application/application.ts';
import { preparationId } from '../../../../core/plan/preparationId.ts';
import type { Person, Preparation } from '../../../../core/plan/caseView.ts';
import type { CellCommand, PlanCommand } from '../../../../core/plan/planCommand.ts';
import type { EntityId, MemberId } from '../../../../core/shared/ids.ts';
import { type Edited, useCaseView, useOpenCase } from '../../../components/applicationContext.tsx';

const FAMILY = 'family' as EntityId;

export interface Preparing {
  readonly entity: EntityId;
  /** Undefined until the first word. */
  readonly said: Preparation | undefined;
  /** Where the fields write: the first word makes it, in the same save. */
  readonly edited: Edited;
}

/** One person's preparation of one meeting, on the device of `me`: their own, or a child's that they write down with them. */
export function usePreparing(me: Person, by: EntityId, meeting: EntityId): Preparing {
  const openCase = useOpenCase();
  const entity = preparationId(me.member as MemberId, by, meeting);
  const [edited] = useState(() => editedOf(openCase, me, by, meeting, entity));
  return { entity, edited, said: useCaseView().preparations.find(({ id }) => id === entity) };
}

function editedOf(openCase: OpenCase, me: Person, by: EntityId, meeting: EntityId, entity: EntityId): Edited {
  const isMine = by === me.id;
  const begin = { type: 'beginPreparation', meeting, by, recordedBy: isMine ? null : me.id, via: isMine ? 'own' : 'spoken' } as const;
  const isBegun = () => openCase.view.get().preparations.some(({ id }) => id === entity);
  return {
    ...openCase,
    change: (...commands) => {
      const all = isMine ? [...commands, ...commands.flatMap((command) => wishOfFamily(openCase, me, entity, command))] : commands;
      return openCase.change(...(isBegun() ? [] : [begin]), ...all);
    },
  };
}

/** Whom one parent prefers is what the family prefers, as long as nobody of them said otherwise. */
function wishOfFamily(openCase: OpenCase, me: Person, entity: EntityId, command: CellCommand): readonly PlanCommand[] {
  if (command.type !== 'set' || command.field !== 'coordinator' || me.part === 'network') return [];
  const { family, preparations } = openCase.view.get();
  const before = preparations.find(({ id }) => id === entity)?.coordinator ?? null;
  const isTheirs = family.preferredCoordinator === null || family.preferredCoordinator === before;
  return isTheirs ? [{ type: 'set', entity: FAMILY, field: 'preferredCoordinator', value: command.value }] : [];
}
