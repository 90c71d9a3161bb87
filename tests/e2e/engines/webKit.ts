import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebKit } from '../../../.ci/findEngines.ts';
import { findFreePort } from '../support/server.ts';
import { type Engine, WINDOW } from './engine.ts';

/** What WebKit has in Safari, and WebKitGTK has too but leaves off: files of the origin, and what a page may know of its storage. */
const FEATURES = ['FileSystem', 'StorageAPI', 'StorageAPIEstimate'];
/** The key under which an answer names an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** WebKitGTK's own small browser, through its own driver. A handful of W3C WebDriver's commands is all it takes: no library is smaller. */
export async function startWebKit({ driver, browser }: WebKit): Promise<Engine> {
  const home = mkdtempSync(join(tmpdir(), 'webkit-'));
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = `:${String((await once(screen.stdout!, 'data'))[0]).trim()}`;
  const port = await findFreePort();
  const service = spawn(driver, ['--host=127.0.0.1', `--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, HOME: home, TZ: 'Europe/Amsterdam', LANG: 'C.UTF-8', NO_AT_BRIDGE: '1' },
  });
  const endAll = () => [service, screen].forEach((child) => child.kill());
  process.once('exit', endAll);
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as { readonly value: unknown };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  await untilItAnswers(() => call('GET', '/status'));
  const options = { binary: browser, args: ['--automation', `--features=${FEATURES.join()}`] };
  const { sessionId } = (await call('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  })) as { readonly sessionId: string };
  const session = `/session/${sessionId}`;
  await call('POST', `${session}/window/rect`, WINDOW);

  const evaluate = (expression: string) => call('POST', `${session}/execute/sync`, { script: `return (${expression})`, args: [] });
  const find = async (expression: string) => ((await evaluate(expression)) as Record<string, string>)[ELEMENT];
  return {
    open: async (address) => void (await call('POST', `${session}/url`, { url: address })),
    evaluate,
    click: async (expression) => void (await call('POST', `${session}/element/${await find(expression)}/click`, {})),
    type: async (expression, text) => void (await call('POST', `${session}/element/${await find(expression)}/value`, { text })),
    picture: async () => Buffer.from((await call('GET', `${session}/screenshot`)) as string, 'base64'),
    close: async () => {
      await call('DELETE', session);
      endAll();
      process.off('exit', endAll);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function untilItAnswers(ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return void (await ask());
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
