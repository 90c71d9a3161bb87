import type { DocumentId } from '../../core/shared/ids.ts';
import { ok } from '../../core/shared/result.ts';
import { openViews } from '../../crypto/views.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { readCircle } from '../documents/circle.ts';
import type { Circle } from '../documents/document.ts';
import { rosterKey } from '../documents/rosterKey.ts';
import { keep, type Line, type Outcome } from '../exchange/line.ts';
import { memberKeysOf } from '../exchange/memberKeys.ts';
import { removalOf, type Database, type StoredRecord } from '../ports.ts';
import { documentOfGivenKeys, givenKeysKey } from './places.ts';
import { givenKeysRecord } from './viewsKeys.ts';

/*
 * What an auditor has of a document: its circle and the keys of its access log. It is no document of theirs: nothing of it is opened,
 * listed with their cases, or read.
 */

export const isAudited = async (database: Database, doc: DocumentId): Promise<boolean> =>
  (await database.get('document', givenKeysKey(doc))) !== undefined;

export async function listAuditedDocuments({ ports }: Pick<DeviceContext, 'ports'>): Promise<ReadonlySet<DocumentId>> {
  const records = await ports.database.list('document', '');
  return new Set(records.flatMap(({ key }) => documentOfGivenKeys(key) ?? []));
}

/** The circles of every document of which this member reads the access log alone. */
export async function readAuditedCircles({ ports }: DeviceContext, session: Session): Promise<readonly Circle[]> {
  const circles = await Promise.all([...(await listAuditedDocuments({ ports }))].map((doc) => readCircle(ports.database, session, doc)));
  return circles.filter((circle) => circle?.roster.members.get(session.member)?.role === 'auditor') as readonly Circle[];
}

/** A circle that this member watches over, or did: stored with the keys that it gives them. */
export async function keepAudited(line: Line, { roster, entries }: Circle, whole: readonly Bytes[], known: number): Promise<Outcome> {
  const { context, session } = line;
  const { doc } = roster;
  const added = whole.slice(known).map((bytes, at): StoredRecord => ({ table: 'roster', key: rosterKey(doc, known + at), bytes }));
  const secrets = await openViews(doc, entries, session.member, await memberKeysOf(session));
  return await keep(line, [...added, await givenKeysRecord(context, session, doc, secrets)]);
}

/** A reader like any other from now on. */
export async function endAudit(line: Line, doc: DocumentId): Promise<Outcome> {
  if (!(await isAudited(line.context.ports.database, doc))) return ok(undefined);
  return await keep(line, [removalOf({ table: 'document', key: givenKeysKey(doc) })]);
}
