import { newPoint } from '../../../../core/part/drafts.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { ok } from '../../../../core/shared/result.ts';
import type { Edited } from '../../../components/applicationContext.tsx';
import type { Preparing } from './usePreparing.ts';

export interface PointSlot {
  /** The point that stands in it; null while it is empty. */
  readonly point: () => EntityId | null;
  readonly edited: Edited;
}

/**
 * One line to write a point on. The first word makes the point, emptying the line takes it away; the field, which knows only its line,
 * keeps the focus meanwhile.
 */
export function createPointSlot({ edited, write, read }: Preparing, first: EntityId | null): PointSlot {
  let point = first;
  const isThere = () => read().points.some(({ id }) => id === point);
  return {
    point: () => point,
    edited: {
      ...edited,
      basisOf: () => [],
      change: async (command) => {
        const text = command?.type === 'set' ? String(command.value).trim() : '';
        if (point !== null && isThere())
          return await write(text === '' ? { type: 'remove', entity: point } : { type: 'set', entity: point, field: 'text', value: text });
        if (text === '') return ok({ added: [] });
        const added = await write(newPoint(read(), text));
        if (added.ok) point = added.value.added.at(-1) ?? null;
        return added;
      },
    },
  };
}
