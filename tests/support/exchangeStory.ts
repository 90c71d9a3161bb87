import { createHttpServer } from '../../src/adapters/http/server.ts';
import { createQuickKeyDerivation } from '../../src/adapters/memory/keyDerivation.ts';
import { createFiles } from '../../src/adapters/files/files.ts';
import type { OpenCase } from '../../src/application/application.ts';
import { bindVerbs, createDeviceContext, type Device } from '../../src/application/createDevice.ts';
import type { DeviceContext, Session } from '../../src/application/device/deviceContext.ts';
import { foundOrganisation } from './foundOrganisation.ts';
import { openAccess } from '../../src/application/exchange/access.ts';
import { appendRosterEntry, createOnServer, type NextEntry } from './appendRosterEntry.ts';
import { connectToServer, introduceKeyring } from '../../src/application/exchange/connect.ts';
import { fetchKeyring } from '../../src/application/exchange/keyringExchange.ts';
import { findKeyring } from '../../src/application/documents/keyrings.ts';
import type { Access, Ports, ServerPort } from '../../src/application/ports.ts';
import type { RosterRole } from '../../src/core/circle/rosterEntry.ts';
import type { CaseId, DocumentId } from '../../src/core/shared/ids.ts';
import type { Result } from '../../src/core/shared/result.ts';
import { sealWelcome } from '../../src/crypto/epochs.ts';
import { bytesToBase64url } from '../../src/protocol/bytes.ts';
import { createTestDevice, PASSPHRASE, type TestDevice } from './createTestApplication.ts';
import { createSeededRandom } from './seededRandom.ts';

/** One person with one device, as far as a story about exchanging needs them. */
export interface Teller {
  readonly name: string;
  readonly context: DeviceContext;
  readonly device: Device;
  readonly stored: TestDevice;
  readonly network: ReturnType<typeof createTestNetwork>;
  readonly session: () => Session;
  readonly open: (caseId: CaseId) => Promise<OpenCase>;
  /** As closing the tab does. */
  readonly close: () => void;
  readonly isClosed: () => boolean;
}

/** A network that a test pulls the plug of. */
export function createTestNetwork() {
  const listeners = new Set<() => void>();
  const network = {
    connected: true,
    online: () => network.connected,
    onHope: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    hope: () => listeners.forEach((listener) => listener()),
  };
  return network;
}

/** Answers as a line that is cut does, as long as it is cut. */
export function cuttable(server: ServerPort, network: { readonly connected: boolean }): ServerPort {
  const cut = { ok: false, error: { type: 'Unreachable' } } as const;
  return new Proxy(server, {
    get:
      (target, verb: keyof ServerPort) =>
      async (...asked: never[]) => {
        if (!network.connected) return cut;
        const answer = await (target[verb] as (...asked: never[]) => Promise<unknown>)(...asked);
        return network.connected ? answer : cut;
      },
  });
}

/** Passes everything on until the tab is closed: from then on nothing that it began goes on, there or here. */
function whileOpen<P extends object>(port: P, tab: { readonly isClosed: boolean }): P {
  const never = new Promise<never>(() => {});
  return new Proxy(port, {
    get: (target, verb: keyof P & string) => {
      const does = target[verb] as (...asked: never[]) => unknown;
      if (typeof does !== 'function') return does;
      return (...asked: never[]) => {
        if (tab.isClosed) return never;
        const answer = does(...asked);
        return answer instanceof Promise ? answer.then((value: unknown) => (tab.isClosed ? never : value)) : answer;
      };
    },
  });
}

let people = 100;

/** A device that is set up and unlocked, on what is stored; the same `stored` again is a restart. `empty`: nobody sets it up. */
export async function startTeller(
  name: string,
  server: ServerPort,
  { stored = createTestDevice({ random: createSeededRandom(people++) }), clock = stored.clock as Ports['clock'], empty = false } = {},
): Promise<Teller> {
  const tab = stored.browser.openTab();
  const life = { isClosed: false };
  const network = createTestNetwork();
  const ports: Ports = {
    ...stored,
    database: whileOpen(stored.database, life),
    journal: stored.journal && whileOpen(stored.journal, life),
    clock,
    tabs: tab,
    network,
    server: whileOpen(cuttable(server, network), life),
    keyDerivation: createQuickKeyDerivation(),
    files: createFiles({ now: clock.now, after: (_, callback) => (callback(), () => undefined) }),
  };
  const context = createDeviceContext(ports, false);
  const device = bindVerbs(context);
  await device.started;
  const profile = { name, discipline: 'internalCoordinator', organisation: 'Basisschool De Regenboog' };
  if (device.device.get().type === 'locked') await device.unlock(PASSPHRASE);
  else if (!empty) await device.setUpDevice({ ...profile, passphrase: PASSPHRASE });
  const session = () => {
    if (!context.session) throw new Error(`${name} is locked`);
    return context.session;
  };
  return {
    name,
    context,
    device,
    stored,
    network,
    session,
    open: async (caseId) => must(await device.openCase(caseId)),
    isClosed: () => life.isClosed,
    close: () => {
      life.isClosed = true;
      context.exchanging?.stop();
      tab.close();
    },
  };
}

/** The value, or the end of the story. */
export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Lets a person in with an access of their own, and begins exchanging. */
export async function connect(teller: Teller, access: Access): Promise<void> {
  must(await introduceKeyring(teller.context, access));
  must(await connectToServer(teller.context));
}

/** The first of a server: with the setup link, and an organisation to belong to. */
export async function found(teller: Teller, setupSecret: string): Promise<void> {
  const access: Access = { type: 'setup', secret: setupSecret };
  must(await introduceKeyring(teller.context, access));
  await foundOrganisation(teller, access);
  must(await connectToServer(teller.context));
}

/** An invitation by somebody who is in, and the guest comes in with it. */
export async function letIn(host: Teller, guest: Teller): Promise<void> {
  const { random } = host.context.ports;
  const [id, secret] = [bytesToBase64url(random.bytes(16)), random.bytes(32)];
  const access = bytesToBase64url(new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', secret)));
  must(await host.context.ports.server!.invite(must(await openAccess(host.context)), id, { access, seconds: 600 }));
  await connect(guest, { type: 'invitation', id, secret: bytesToBase64url(secret) });
}

export const planOf = ({ context }: Teller, caseId: CaseId): DocumentId =>
  [...context.session!.documents.values()].find((document) => document.caseId === caseId && document.kind === 'plan')!.doc;

/** Adds a member to a document, with its key. */
export async function addTo(host: Teller, doc: DocumentId, guest: Teller, role: RosterRole): Promise<void> {
  const { context } = host;
  const { member } = guest.session();
  must(await createOnServer(context, doc));
  must(
    await appendRosterEntry(context, doc, async ({ circle, secrets }): Promise<NextEntry> => {
      const line = { context, session: host.session(), server: context.ports.server!, access: must(await openAccess(context)) };
      must(await fetchKeyring(line, member));
      const known = (await findKeyring(context.ports.database, host.session(), member))!;
      const generation = known.keyring.generations.length - 1;
      const reader = { member, generation, publicKey: known.keyring.generations[generation]!.publicKey };
      const [epoch, secret] = secrets.find(([number]) => number === circle.roster.epoch)!;
      return {
        change: { type: 'add', member, role, succeeds: null, until: null },
        keyring: known.begin,
        welcome: await sealWelcome(doc, epoch, secret, reader, context.ports.random.bytes),
      };
    }),
  );
}

export const httpServerOf = (url: () => string): ServerPort =>
  new Proxy({} as ServerPort, {
    get:
      (_, verb: keyof ServerPort) =>
      (...asked: never[]) =>
        (createHttpServer(url())[verb] as (...asked: never[]) => unknown)(...asked),
  });
