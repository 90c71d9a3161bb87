import { ok } from '../../core/shared/result.ts';
import { CAME, cameKey, documentOfPart, nextOfPart, partKey } from '../../protocol/storedKeys.ts';
import type { DocumentId } from '../../core/shared/ids.ts';
import type { DocumentStream } from '../../protocol/exchange/paths.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { Access, Database, ServerPort } from '../ports.ts';
import { collect } from './collect.ts';

/**
 * What the courier laid aside while nobody was there is taken in as if the server said it now: the same checks, before anything of it is
 * stored or shown. Also without a connection. What does not pass is thrown away, and asked for again like anything that is new.
 */
export async function takeFetched(context: DeviceContext, session: Session): Promise<void> {
  const { database } = context.ports;
  const server = createFetchedServer(database);
  for (const doc of new Set((await database.listLocal(CAME)).map(({ key }) => documentOfPart(key)))) {
    if (session.documents.has(doc)) await collect({ context, session, server, access: nobody }, doc).catch(() => undefined);
    await database.removeLocal(cameKey(doc));
  }
}

const nobody: Access = { type: 'session', token: '' };

const PATH = /^\/v1\/doc\/([\w-]+)\/(roster|log)$/;

/** Gives what was laid aside, and then nothing more; whatever else is asked, nobody answers. */
function createFetchedServer(database: Pick<Database, 'listLocal'>): ServerPort {
  const unreachable = async () => ({ ok: false, error: { type: 'Unreachable' } }) as const;
  return {
    challenge: unreachable,
    openSession: unreachable,
    create: unreachable,
    append: unreachable,
    inbox: unreachable,
    sendPresence: unreachable,
    invite: unreachable,
    endInvitation: unreachable,
    readOrganisation: unreachable,
    readFetches: unreachable,
    readOrganisationFetches: unreachable,
    blockDevice: unreachable,
    read: async (_access, path, { offset }) => {
      const [, doc, stream] = PATH.exec(path) ?? [];
      if (doc === undefined) return await unreachable();
      const [part] = await database.listLocal(partKey(doc as DocumentId, stream as DocumentStream, offset));
      if (!part) return ok({ bytes: new Uint8Array(), next: offset, upToDate: true });
      return ok({ bytes: part.bytes, next: nextOfPart(part.key), upToDate: false });
    },
  };
}
