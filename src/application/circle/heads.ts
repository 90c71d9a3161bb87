import type { Head } from '../../core/circle/rosterEntry.ts';
import type { DocumentState } from '../../core/document/state.ts';
import type { DeviceId } from '../../core/shared/ids.ts';

/**
 * How far the devices that `concerns` names have written, of everything that is here: also what still waits for a parent, because a
 * cut-off may not lie below what anyone holds (SPEC 5d).
 */
export function headsIn(state: DocumentState, concerns: (device: DeviceId) => boolean): readonly Head[] {
  const heads = new Map<string, Head>();
  const note = (head: Head) => {
    const chain = `${head.device}/${head.incarnation}`;
    if (concerns(head.device) && head.seq > (heads.get(chain)?.seq ?? -1)) heads.set(chain, head);
  };
  for (const [chain, { seq }] of state.chains) {
    const [device, incarnation] = chain.split('/') as [DeviceId, string];
    note({ device, incarnation, seq });
  }
  for (const { device, incarnation, seq } of state.waiting.values()) note({ device, incarnation, seq });
  return [...heads.values()];
}
