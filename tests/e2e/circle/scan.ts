import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Browser } from '@playwright/test';
import encodeQR from 'qr';
import { type Someone, someone } from './people.ts';

const WIDTH = 640;
const HEIGHT = 480;
const MODULE = 5;

/** A film of one picture in which a camera sees this code: luminance first, then colours that are none (y4m, 4:2:0). */
function filmOf(text: string): Buffer {
  const code = encodeQR(text, 'raw', { border: 4 });
  const left = Math.floor((WIDTH - code.length * MODULE) / 2);
  const top = Math.floor((HEIGHT - code.length * MODULE) / 2);
  const isDark = (x: number, y: number) => code[Math.floor((y - top) / MODULE)]?.[Math.floor((x - left) / MODULE)] === true;
  const picture = Buffer.alloc((WIDTH * HEIGHT * 3) / 2, 128);
  for (let y = 0; y < HEIGHT; y += 1) for (let x = 0; x < WIDTH; x += 1) picture[y * WIDTH + x] = isDark(x, y) ? 16 : 235;
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\nFRAME\n`), picture]);
}

/** Somebody whose phone is held before this code. */
export async function someoneBefore(text: string, name: string, width: number): Promise<Someone & { readonly browser: Browser }> {
  const folder = mkdtempSync(join(tmpdir(), 'camera-'));
  const film = join(folder, 'code.y4m');
  writeFileSync(film, filmOf(text));
  const { args = [], ...options } = test.info().project.use.launchOptions ?? {};
  const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
  const browser = await chromium.launch({ ...options, args: [...args, ...camera] });
  browser.on('disconnected', () => rmSync(folder, { recursive: true, force: true }));
  return { ...(await someone(browser, name, width, { keepsApp: true })), browser };
}

/** Scans inside the app, and from then on there is no signal: what is filled in waits by itself. */
export async function scanWithoutSignal({ page, context }: Someone, origin: string, fillIn: () => Promise<void>): Promise<void> {
  await page.goto(`${origin}/join`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.getByRole('button', { name: 'Code scannen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Een uitnodiging voor een plan' })).toBeVisible();
  await context.setOffline(true);
  await fillIn();
  await expect(page.getByText('De scan is bewaard, en gaat vanzelf verder')).toBeVisible();
  await context.setOffline(false);
}
