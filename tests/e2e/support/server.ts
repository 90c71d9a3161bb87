import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createProbe, type AddressInfo } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningServer {
  readonly origin: string;
  /** Stops at once, as a power cut would. */
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Everything it printed so far. */
  readonly said: () => string;
  /** The link that it printed for the first administrator. */
  readonly setupLink: () => string;
  /** A link for one more organisation, as its owner makes it. */
  readonly inviteOrganisation: () => Promise<string>;
  /** Where its database stands. */
  readonly dataFolder: string;
}

/** The product's own server over the built app, in a process of its own on a free port. */
export async function startServer(): Promise<RunningServer> {
  const port = await findFreePort();
  const dataFolder = mkdtempSync(join(tmpdir(), 'knooppunt-data-'));
  const env = { ...process.env, PORT: String(port), KNOOPPUNT_DATA: dataFolder };
  let said = '';
  const launch = async (): Promise<ChildProcess> => {
    const started = spawn(process.execPath, [join(SERVER, 'main.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    started.stdout.on('data', (text) => (said += String(text)));
    await once(started.stdout, 'data');
    return started;
  };
  let child = await launch();
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return {
    origin: `http://localhost:${port}`,
    dataFolder,
    kill,
    restart: async () => {
      await kill();
      child = await launch();
    },
    said: () => said,
    setupLink: () => /http:\S+#setup=\S+/.exec(said)?.[0] ?? '',
    inviteOrganisation: async () => {
      const owner = spawn(process.execPath, [join(SERVER, 'inviteOrganisation.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
      return String((await once(owner.stdout, 'data'))[0]).trim();
    },
  };
}

const SERVER = join(import.meta.dirname, '../../../src/server');

export async function findFreePort(): Promise<number> {
  const probe = createProbe().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
