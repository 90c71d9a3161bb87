import type { MemberId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { parseAuthorization } from '../../../protocol/exchange/credentials.ts';
import { entrySeq } from '../../../protocol/exchange/paths.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import { ALL, type Readable, type StreamRequest, type Tenant } from '../../streams/tenant.ts';
import type { AccountsContext } from '../accountsContext.ts';
import { admitKeyringEntries, openKeyring } from '../keyrings/admitKeyring.ts';
import { beginKeyring, openLink } from '../keyrings/beginKeyring.ts';
import { admitLeaving } from '../keyrings/devices.ts';
import { readSession } from '../session/readSession.ts';
import { type Admit, createCaseTenant, ID, isSeqOf, isTooMuch, matchPath, readAll, readDelivery } from './delivery.ts';

/** Hundreds of devices. */
const MOST_BYTES = 512 * 1024;

const PATH = new RegExp(`^/v1/keyring/${ID}$`);

/** Keyrings hold public keys and sealed ones: everyone who is let in reads them, their owners add to them. */
export const createKeyringTenant = (context: AccountsContext): Tenant<Admit> =>
  createCaseTenant(
    context,
    (path) => PATH.test(path),
    async (request) => (request.method === 'PUT' ? await prepareNew(context, request) : await prepareMore(context, request)),
    (request) => mayRead(context, request),
  );

const memberOf = ({ path }: StreamRequest) => matchPath(path, PATH)?.[0] as MemberId;

async function prepareNew({ store, now }: AccountsContext, request: StreamRequest): Promise<Result<Admit, Refusal>> {
  const credential = parseAuthorization(request.headers['authorization'] as string | undefined);
  if (credential === undefined) return err('NoSession');
  const link = store.read((tx) => openLink(tx, credential, now()));
  if (!link.ok) return link;
  const delivered = readDelivery(request);
  if (!delivered.ok) return delivered;
  if (isTooMuch(MOST_BYTES, delivered.value)) return err('QuotaFull');
  const opened = await openKeyring(memberOf(request), [], delivered.value);
  if (!opened.ok) return opened;
  if (!isSeqOf(request, null)) return err('Malformed');
  return ok((tx) => {
    const begun = beginKeyring(tx, credential, opened.value, now());
    return begun.ok ? ok(begun.value === 'new' ? opened.value.addedBytes : []) : begun;
  });
}

async function prepareMore({ store, seal, now }: AccountsContext, request: StreamRequest): Promise<Result<Admit, Refusal>> {
  const session = readSession(seal, request.headers['authorization'], 'fullSession', now());
  if (!session.ok) return session;
  const delivered = readDelivery(request);
  if (!delivered.ok) return delivered;
  const stored = store.read((tx) => readAll(tx, request.path));
  if (stored.length === 0) return err('NotFound');
  if (isTooMuch(MOST_BYTES, stored, delivered.value)) return err('QuotaFull');
  const opened = await openKeyring(memberOf(request), stored, delivered.value);
  if (!opened.ok) return opened;
  if (!isSeqOf(request, entrySeq(opened.value.keyring.n))) return err('Malformed');
  return ok((tx) => {
    const admitted = admitKeyringEntries(tx, session.value.device, opened.value, now());
    return admitted.ok ? ok(opened.value.addedBytes) : admitted;
  });
}

function mayRead({ store, seal, now }: AccountsContext, request: StreamRequest): Result<Readable, Refusal> {
  const { headers } = request;
  const credential = parseAuthorization(headers['authorization'] as string | undefined);
  if (credential === undefined) return err('NoSession');
  return store.read((tx): Result<Readable, Refusal> => {
    if (credential.type === 'session') {
      const session = readSession(seal, headers['authorization'], 'anySession', now());
      const known = session.ok ? admitLeaving(tx, session.value.device) : session;
      if (!known.ok) return known;
      // Who was revoked reads in their own keyring that they were.
      const { member, revokedAt } = known.value;
      return revokedAt === null || member === memberOf(request) ? ok(ALL) : err('DeviceRevoked');
    }
    const link = openLink(tx, credential, now());
    return link.ok ? ok(ALL) : link;
  });
}
