import { choice, date, number, text } from '../document/schema.ts';
import type { EntityId, MemberId } from '../shared/ids.ts';
import { retentionGrounds } from '../shared/retentionGrounds.ts';

/**
 * An organisation: its name and its people. Who is in, and who administers, says the roster; here stands what people call each
 * other. Sealed like any document, so the server holds no directory of anybody.
 */
export const organisationSchema = {
  organisation: {
    single: true,
    fields: {
      name: text(120),
      /** How long closed cases are kept: one of the usual periods, or so many years of its own. */
      retention: choice(...retentionGrounds),
      retentionYears: number(1, 115),
    },
  },
  /** How families reach who helps them from outside their circle; one row per kind. */
  helper: { fields: { name: text(80), phone: text(30), mail: text(120), checkedOn: date } },
  colleague: {
    fields: {
      name: text(80),
      discipline: text(60),
      /** The last day here. */
      left: date,
    },
  },
} as const;

/** One row per member, theirs by its id: two who write it down apart meet in the same cells. */
export const colleagueId = (member: MemberId): EntityId => `colleague.${member}.self` as EntityId;
