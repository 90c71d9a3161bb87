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
}

/** The product's own server over the built app, in a process of its own on a free port. */
export async function startServer(): Promise<RunningServer> {
  const port = await findFreePort();
  const dataFolder = mkdtempSync(join(tmpdir(), 'knooppunt-data-'));
  let child = await launch(port, dataFolder);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { origin: `http://localhost:${port}`, kill, restart: async () => void (await kill(), (child = await launch(port, dataFolder))) };
}

async function launch(port: number, dataFolder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../../src/server/main.ts')], {
    env: { ...process.env, PORT: String(port), KNOOPPUNT_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout!, 'data');
  return child;
}

async function findFreePort(): Promise<number> {
  const probe = createProbe().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
