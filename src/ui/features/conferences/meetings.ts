import type { CaseSummary } from '../../../application/application.ts';
import type { CivilDate } from '../../../core/shared/civilDate.ts';
import type { EntityId } from '../../../core/shared/ids.ts';

interface Common {
  readonly summary: CaseSummary;
  readonly id: EntityId;
  readonly day: CivilDate | null;
  readonly at: string;
  readonly place: string;
  readonly people: number;
  readonly isOpen: boolean;
}
export type Meeting =
  | (Common & { readonly kind: 'conference'; readonly state: NonNullable<CaseSummary['conferences'][number]['state']> })
  | (Common & { readonly kind: 'evaluation'; readonly state: NonNullable<CaseSummary['evaluations'][number]['state']> });

/** Conferences and evaluations over all cases: what comes (or still runs) from near to far, what was from near to far. */
export function listMeetings(cases: readonly CaseSummary[]): { readonly coming: readonly Meeting[]; readonly past: readonly Meeting[] } {
  const all = cases.flatMap((summary): readonly Meeting[] => [
    ...summary.conferences.map((conference) => ({
      ...conference,
      kind: 'conference' as const,
      summary,
      state: conference.state ?? 'planned',
    })),
    ...summary.evaluations.map(({ id, day, state }) => ({
      kind: 'evaluation' as const,
      summary,
      id,
      day,
      at: '',
      place: '',
      people: 0,
      isOpen: state === 'running',
      state: state ?? ('planned' as const),
    })),
  ]);
  // One that was planned and never held still asks for something, so it stays above.
  const isComing = ({ state, isOpen }: Meeting) => isOpen || state === 'planned';
  const byDay = (a: Meeting, b: Meeting) => ((a.day ?? '') < (b.day ?? '') ? -1 : (a.day ?? '') > (b.day ?? '') ? 1 : 0);
  return {
    coming: all.filter(isComing).toSorted(byDay),
    past: all.filter((meeting) => !isComing(meeting)).toSorted((a, b) => byDay(b, a)),
  };
}
