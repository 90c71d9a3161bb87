import { date, text } from '../document/schema.ts';
import type { EntityId, MemberId } from '../shared/ids.ts';

/**
 * An organisation: its name and its people. Who is in, and who administers, says the roster; here stands what people call each
 * other. Sealed like any document, so the server holds no directory of anybody.
 */
export const organisationSchema = {
  organisation: { single: true, fields: { name: text(120) } },
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
