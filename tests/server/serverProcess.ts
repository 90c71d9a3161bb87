import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '../..');
const TOKEN = 'process';

export const STREAM = '/v1/stream/all';

/** Credentials for the conformance tenant of such a server. */
export const CREDENTIALS = { Authorization: `Bearer ${TOKEN}` };

export interface ServerProcess {
  readonly url: string;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** What it said so far. */
  readonly output: () => string;
}

export interface ServerPlace {
  /** `fileLimit`: no file may grow beyond so many kibibytes: writing more fails, as on a broken disk. */
  readonly start: (options?: { readonly fileLimit?: number }) => Promise<ServerProcess>;
  /** Also ends what still runs, after a test that failed. */
  readonly remove: () => void;
}

/** A copy of the server with a small app beside it, as it stands on a machine: `main.ts` itself, in a process of its own. */
export function createServerPlace(): ServerPlace {
  const folder = mkdtempSync(join(tmpdir(), 'process-'));
  for (const room of ['server', 'protocol', 'core', 'crypto'])
    cpSync(join(PROJECT, 'src', room), join(folder, 'src', room), { recursive: true });
  cpSync(join(PROJECT, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/index.html'), '<title>Knooppunt</title>');
  const children: ChildProcess[] = [];
  const run = (child: ChildProcess) => {
    children.push(child);
    return follow(child);
  };
  return {
    start: async ({ fileLimit } = {}) => {
      const main = join(folder, 'src/server/main.ts');
      const env = { PATH: process.env['PATH'], PORT: '0', KNOOPPUNT_CONFORMANCE_TOKEN: TOKEN };
      // Without the signal of the limit, a write beyond it fails with an error as any other.
      const limited = `trap '' XFSZ; ulimit -f ${(fileLimit ?? 0) * 2}; exec "$0" "$1"`;
      const [command, argv] = fileLimit === undefined ? [process.execPath, [main]] : ['sh', ['-c', limited, process.execPath, main]];
      return await run(spawn(command, argv, { cwd: folder, env }));
    },
    remove: () => {
      for (const child of children) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function follow(child: ChildProcess): Promise<ServerProcess> {
  let output = '';
  child.stderr!.on('data', (data) => (output += String(data)));
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }) as Awaited<ServerProcess['ended']>);
  const url = await new Promise<string>((found, failed) => {
    child.stdout!.on('data', (data) => {
      output += String(data);
      const address = /Knooppunt: (\S+)/.exec(output)?.[1];
      if (address !== undefined) found(address);
    });
    child.once('exit', () => failed(new Error(`the server did not start: ${output}`)));
  });
  return { url, ended, kill: (signal) => child.kill(signal), output: () => output };
}

const TEXT = { ...CREDENTIALS, 'Content-Type': 'text/plain' };

export const createStream = ({ url }: ServerProcess) => fetch(url + STREAM, { method: 'PUT', headers: TEXT });

export const append = ({ url }: ServerProcess, body: string, headers = {}) =>
  fetch(url + STREAM, { method: 'POST', headers: { ...TEXT, ...headers }, body });

/** The whole stream, part by part. */
export async function contentOf({ url }: ServerProcess): Promise<string> {
  let [content, offset] = ['', '-1'];
  for (;;) {
    const response = await fetch(`${url}${STREAM}?offset=${offset}`, { headers: CREDENTIALS });
    if (response.status !== 200) throw new Error(`reading the stream: ${response.status}`);
    content += await response.text();
    offset = response.headers.get('stream-next-offset')!;
    if (response.headers.get('stream-up-to-date') === 'true') return content;
  }
}
