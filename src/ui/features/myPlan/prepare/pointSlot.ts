import type { OpenCase } from '../../../../application/application.ts';
import type { PlanFields } from '../../../../core/plan/planCommand.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { ok } from '../../../../core/shared/result.ts';
import type { Edited } from '../../../components/applicationContext.tsx';

export interface PointSlot {
  /** The point that stands in it; null while it is empty. */
  readonly point: () => EntityId | null;
  readonly edited: Edited;
}

/**
 * One line to write a point on. The first word makes the point, emptying the line takes it away; the field, which knows only its line,
 * keeps the focus meanwhile.
 */
export function createPointSlot(openCase: OpenCase, first: EntityId | null, fields: PlanFields<'point'>): PointSlot {
  let point = first;
  const isThere = () => openCase.view.get().points.some(({ id }) => id === point);
  const { view, undoable, undo, erasing } = openCase;
  return {
    point: () => point,
    edited: {
      view,
      undoable,
      undo,
      erasing,
      basisOf: () => [],
      change: async (command) => {
        const text = command?.type === 'set' ? String(command.value).trim() : '';
        if (point !== null && isThere())
          return await openCase.change(
            text === '' ? { type: 'remove', entity: point } : { type: 'set', entity: point, field: 'text', value: text },
          );
        if (text === '') return ok({ added: [] });
        const added = await openCase.change({ type: 'add', kind: 'point', fields: { ...fields, text } });
        if (added.ok) point = added.value.added[0] ?? null;
        return added;
      },
    },
  };
}
