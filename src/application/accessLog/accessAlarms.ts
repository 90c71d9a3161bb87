import type { MemberId } from '../../core/shared/ids.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { OpenDocument } from '../documents/document.ts';
import { readViewsMemory } from './viewsMemory.ts';

export interface AccessTrouble {
  readonly type: 'LinesMissing' | 'DeviceSilent';
  readonly member: MemberId | null;
}

/** Whose lines are missing in the access logs of these documents, as far as it was seen when they arrived. */
export async function findAccessTrouble(
  context: DeviceContext,
  session: Session,
  documents: readonly OpenDocument[],
): Promise<readonly AccessTrouble[]> {
  const found = await Promise.all(
    documents.map(async ({ doc, circle }) => {
      const { chains, silent } = await readViewsMemory(context, session, doc);
      const gaps = [...chains.values()]
        .filter(({ missing }) => missing > 0)
        .map(({ device }) => ({ type: 'LinesMissing', device }) as const);
      return [...gaps, ...silent.map((device) => ({ type: 'DeviceSilent', device }) as const)].map(({ type, device }) => ({
        type,
        member: circle.ownerOf(device) ?? null,
      }));
    }),
  );
  const once = new Map(found.flat().map((one) => [`${one.type} ${one.member}`, one]));
  return [...once.values()];
}
