import type { DeviceId, DocumentId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import type { DocumentFetches, OrganisationFetches } from '../../../protocol/exchange/shapes.ts';
import type { Store, Tx } from '../../store/port.ts';
import { admitAdministrator } from '../organisations/organisations.ts';
import { documentOf } from './documents.ts';
import { mayReadStream } from './readAccess.ts';

/*
 * The server's own record of handing out sealed content: which document, to which device, when. It is laid beside the access log that
 * devices write themselves: whoever took content and never said so is found. Nothing else is kept of a request.
 */

/** To the minute: a conference in which two devices follow each other would fill it otherwise. */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Longer than a year, so that a yearly review has all of it. */
const KEPT = 400 * DAY;

export interface FetchRecord {
  /** Written before it goes out: content, or the news that it is destroyed. */
  readonly note: (doc: DocumentId, device: DeviceId, what: 'content' | 'end') => Promise<void>;
}

export function createFetchRecord(store: Store, now: () => number): FetchRecord {
  let minute = 0;
  let day = 0;
  /** What stands in the record of this minute. */
  const noted = new Set<string>();
  return {
    note: async (doc, device, what) => {
      const at = Math.floor(now() / MINUTE) * MINUTE;
      if (at !== minute) noted.clear();
      minute = at;
      const key = `${doc} ${device} ${what}`;
      if (noted.has(key)) return;
      await store.write((tx) => {
        tx.run('INSERT OR IGNORE INTO fetch (doc, device, at) VALUES (?, ?, ?)', doc, device, at);
        if (Math.floor(at / DAY) !== day) tx.run('DELETE FROM fetch WHERE at < ?', at - KEPT);
      });
      day = Math.floor(at / DAY);
      if (at === minute) noted.add(key);
    },
  };
}

/** For whoever is in the circle: to which devices its content went; once it is destroyed, which of them fetched that news. */
export function readDocumentFetches(tx: Tx, device: DeviceId, doc: DocumentId): Result<DocumentFetches, Refusal> {
  const access = mayReadStream(tx, device, doc, documentOf(tx, doc)?.destroyed === 1 ? 'roster' : 'views');
  if (!access.ok) return access;
  if (access.value.end !== null) return err('NotAMember');
  return ok({
    devices: [
      ...tx.all<DocumentFetches['devices'][number]>(
        'SELECT device, min(at) AS first, max(at) AS last, count(*) AS times FROM fetch WHERE doc = ? GROUP BY device ORDER BY last DESC',
        doc,
      ),
    ],
  });
}

/** More than anybody reads; the newest days. */
const MOST_ROWS = 2_000;

/** For an administrator, of the organisation's own people: which day, and in how many minutes of it. When somebody works is theirs. */
export function readOrganisationFetches(tx: Tx, device: DeviceId, organisation: DocumentId): Result<OrganisationFetches, Refusal> {
  const admitted = admitAdministrator(tx, device, organisation);
  if (!admitted.ok) return admitted;
  return ok({
    fetches: [
      ...tx.all<OrganisationFetches['fetches'][number]>(
        `SELECT device.member, fetch.device, fetch.doc, date(fetch.at / 1000, 'unixepoch') AS day, count(*) AS times
         FROM membership JOIN device ON device.member = membership.member JOIN fetch ON fetch.device = device.device
         WHERE membership.doc = ? AND membership.left_at IS NULL
         GROUP BY fetch.device, fetch.doc, day ORDER BY day DESC, device.member, fetch.device, fetch.doc LIMIT ?`,
        organisation,
        MOST_ROWS,
      ),
    ],
  });
}

export const forgetFetches = (tx: Tx, doc: DocumentId): void => tx.run('DELETE FROM fetch WHERE doc = ?', doc);
