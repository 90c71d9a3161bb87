import type { DocumentId } from '../../core/shared/ids.ts';
import type { Limits } from '../limits/limits.ts';
import type { Store } from '../store/port.ts';
import type { HandleStream } from '../streams/handleStreams.ts';
import type { Tenant } from '../streams/tenant.ts';
import type { AccountsContext } from './accountsContext.ts';
import { createFetchRecord } from './documents/fetches.ts';
import { createApiHandler } from './http/handleApi.ts';
import { everyMember } from './inbox/inboxOf.ts';
import { createInboxOffsets } from './inbox/inboxOffset.ts';
import { createPresence } from './inbox/presence.ts';
import { beginRun } from './inbox/runs.ts';
import { createWaiting } from './inbox/waiting.ts';
import { createGreet } from './session/greet.ts';
import { createServerSeal } from './session/seal.ts';
import { openServerKey } from './session/serverKey.ts';
import { isUnused, makeSetupLink } from './setup/setupLinks.ts';
import type { Admit } from './tenants/delivery.ts';
import { createDocumentTenant } from './tenants/documentTenant.ts';
import { createKeyringTenant } from './tenants/keyringTenant.ts';
import { createMessagesTenant } from './tenants/messagesTenant.ts';

export interface Accounts {
  readonly tenants: readonly Tenant<Admit>[];
  readonly handle: HandleStream;
  /** A new secret for the first administrator, in place of an earlier one; null once there is an organisation. */
  readonly makeSetupSecret: () => Promise<string | null>;
}

/** People, devices, circles and organisations over a store. */
export async function openAccounts({
  store,
  now,
  pollMilliseconds,
  stopping,
  limits,
}: {
  readonly store: Store;
  readonly now: () => number;
  readonly pollMilliseconds: number;
  readonly stopping: AbortSignal;
  readonly limits: Limits;
}): Promise<Accounts> {
  const keyFor = await openServerKey(store);
  const seal = createServerSeal(keyFor('session', 32));
  const context: AccountsContext = {
    store,
    seal,
    greet: createGreet({ store, seal, now }, limits),
    limits,
    fetches: createFetchRecord(store, now),
    inboxOffsets: createInboxOffsets(keyFor('inbox', 16), store.epoch),
    run: await store.write(beginRun),
    presence: createPresence(now()),
    waiting: createWaiting(),
    rosters: new Map(),
    now,
    waitMilliseconds: pollMilliseconds,
    stopping,
  };
  store.onCommit((paths) => wakeMembers(context, paths));
  return {
    tenants: [createDocumentTenant(context), createKeyringTenant(context), createMessagesTenant(context)],
    handle: createApiHandler(context),
    makeSetupSecret: () => store.write((tx) => (isUnused(tx) ? makeSetupLink(tx, 'first', now()) : null)),
  };
}

/** Whoever waits for the caseload hears of the circles that something was added to. */
function wakeMembers({ store, waiting }: AccountsContext, paths: ReadonlySet<string>): void {
  const docs = new Set([...paths].flatMap((path) => /^\/v1\/doc\/([\w-]+)\//.exec(path)?.[1] ?? []));
  for (const doc of docs) waiting.wake(store.read((tx) => everyMember(tx, doc as DocumentId)));
}
