import { findAlone } from '../../core/circle/circleStops.ts';
import type { Roster } from '../../core/circle/roster.ts';
import type { AccessTrouble } from '../accessLog/accessAlarms.ts';
import type { CircleAlarm, CircleJob, CirclePerson } from './types.ts';

/** What somebody should do something about, the gravest first. */
export function findAlarms(
  roster: Roster,
  people: readonly CirclePerson[],
  jobs: readonly CircleJob[],
  access: readonly AccessTrouble[],
): readonly CircleAlarm[] {
  return [
    ...jobs.map((job) => ({ type: 'Unfinished', job }) as const),
    ...access,
    ...people.filter(({ blocked }) => blocked).map(({ member }) => ({ type: 'DeviceBlocked', member }) as const),
    ...people.filter(({ companion }) => companion?.isWanted === false).map(({ member }) => ({ type: 'NotWanted', member }) as const),
    ...people.flatMap(({ member, end, until }) => (end === 'past' && until ? [{ type: 'EndPast', member, on: until } as const] : [])),
    ...people.filter(({ sharing }) => sharing === 'withdrawn').map(({ member }) => ({ type: 'SharingWithdrawn', member }) as const),
    ...findAlone(roster).map(({ type, member }) => (type === 'OneLead' && member ? { type, member } : ({ type: 'NoContinuity' } as const))),
    ...people.filter(({ sharing }) => sharing === 'missing').map(({ member }) => ({ type: 'SharingMissing', member }) as const),
    ...people.flatMap(({ member, end, until }) => (end === 'near' && until ? [{ type: 'EndNear', member, on: until } as const] : [])),
  ];
}
