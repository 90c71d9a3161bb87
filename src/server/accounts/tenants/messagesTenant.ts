import { err, ok, type Result } from '../../../core/shared/result.ts';
import { parseAuthorization } from '../../../protocol/exchange/credentials.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import type { Tx } from '../../store/port.ts';
import { ALL, type StreamRequest, type Tenant } from '../../streams/tenant.ts';
import type { AccountsContext } from '../accountsContext.ts';
import { admitToMessages, openInvitation } from '../invitations/invitations.ts';
import { readSession } from '../session/readSession.ts';
import { type Admit, createCaseTenant, ID, isSeqOf, matchPath, readDelivery } from './delivery.ts';

const PATH = new RegExp(`^/v1/invitation/${ID}/messages$`);

/** Enough for two people to become known to each other. */
const MOST_BYTES = 512 * 1024;

/** What host and guest of an invitation say to each other, sealed. */
export function createMessagesTenant(context: AccountsContext): Tenant<Admit> {
  return createCaseTenant(
    context,
    (path) => PATH.test(path),
    async (request) => {
      if (request.method === 'PUT') return err('NotAllowed');
      const party = openParty(context, request);
      if (!party.ok) return party;
      const delivered = readDelivery(request);
      if (!delivered.ok) return delivered;
      if (!isSeqOf(request, null)) return err('Malformed');
      const size = delivered.value.reduce((sum, { length }) => sum + length, 0);
      return ok((tx, stream) => {
        const admitted = party.value(tx);
        if (!admitted.ok) return admitted;
        return (stream?.tail ?? 0) + size > MOST_BYTES ? err('QuotaFull') : ok(delivered.value);
      });
    },
    (request) => {
      const party = openParty(context, request);
      const admitted = party.ok ? context.store.read(party.value) : party;
      return admitted.ok ? ok(ALL) : admitted;
    },
  );
}

type Party = (tx: Tx) => Result<void, Refusal>;

/** Either side: a device of who invited or of who came, or the guest with the secret of the link. */
function openParty({ seal, now }: AccountsContext, { path, headers }: StreamRequest): Result<Party, Refusal> {
  const id = matchPath(path, PATH)?.[0] as string;
  const credential = parseAuthorization(headers['authorization'] as string | undefined);
  if (credential?.type === 'invitation') {
    if (credential.id !== id) return err('NoSession');
    return ok((tx) => {
      const link = openInvitation(tx, credential, now());
      return link.ok ? ok(undefined) : link;
    });
  }
  const session = readSession(seal, headers['authorization'] as string | undefined, 'fullSession', now());
  return session.ok ? ok((tx) => admitToMessages(tx, session.value.device, id)) : session;
}
