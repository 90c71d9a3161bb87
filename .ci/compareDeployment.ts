import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { cacheControlOf, SECURITY_HEADERS } from '../src/server/headers.ts';

export interface Difference {
  readonly path: string;
  readonly what: string;
}

export interface Comparison {
  readonly release: { readonly version: string; readonly hash: string };
  /** How many answers were looked at. */
  readonly compared: number;
  readonly differences: readonly Difference[];
}

/** Each file is stored in three forms, and any of them could be another one. */
const ENCODINGS = ['identity', 'gzip', 'br'] as const;
type Encoding = (typeof ENCODINGS)[number];

/** Addresses of the app where a page is asked for: all have to give the same one. */
const PAGES = ['/', '/cases', '/help/organisation/ict'];

const AT_ONCE = 8;
const PATIENCE = 15_000;

/**
 * Asks a server for everything that stands in the release, in each form, and compares bytes and headers.
 *
 * It sees what the server gives to who asks now, from here. A server that gives others something else is not found out by it.
 *
 * @param dist the built app with its release.json
 */
export async function compareDeployment(server: URL, dist: string): Promise<Comparison> {
  const stored = readFileSync(join(dist, 'release.json'));
  const release = JSON.parse(stored.toString()) as { readonly version: string; readonly files: Readonly<Record<string, string>> };
  const page = release.files['/index.html'];
  if (page === undefined) throw new Error('the release in dist has no page');
  const hash = hashOf(stored);
  const expected = [...Object.entries(release.files), ['/release.json', hash] as const, ...PAGES.map((path) => [path, page] as const)];
  const questions = expected.flatMap(([path, wanted]) => ENCODINGS.map((encoding) => ({ path, wanted, encoding })));
  const differences: Difference[] = [];
  for (let at = 0; at < questions.length; at += AT_ONCE) {
    const some = questions.slice(at, at + AT_ONCE).map((question) => look(server, question));
    differences.push(...(await Promise.all(some)).flat());
  }
  return { release: { version: release.version, hash }, compared: questions.length, differences };
}

interface Question {
  readonly path: string;
  readonly wanted: string;
  readonly encoding: Encoding;
}

async function look(server: URL, { path, wanted, encoding }: Question): Promise<readonly Difference[]> {
  const differs = (what: string): Difference => ({ path: encoding === 'identity' ? path : `${path} (${encoding})`, what });
  try {
    const { response, body } = await ask(new URL(path, server), encoding);
    if (response.statusCode !== 200) return [differs(`answers ${response.statusCode} in place of 200`)];
    const wrong = headerDifferences(path, response.headers).map(differs);
    return hashOf(body) === wanted ? wrong : [differs('other bytes than the release'), ...wrong];
  } catch (error) {
    return [differs(`no answer that can be read: ${(error as Error).message}`)];
  }
}

/** Not fetch: that follows redirects, and chooses the form by itself. */
async function ask(address: URL, encoding: Encoding): Promise<{ readonly response: IncomingMessage; readonly body: Buffer }> {
  const request = address.protocol === 'https:' ? requestHttps : requestHttp;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(address, { headers: { 'Accept-Encoding': encoding }, timeout: PATIENCE }, resolve);
    sent.once('timeout', () => sent.destroy(new Error('it takes too long')));
    sent.once('error', reject);
    sent.end();
  });
  return { response, body: decode(await buffer(response), response.headers['content-encoding']) };
}

function decode(bytes: Buffer, form: string | undefined): Buffer {
  if (form === undefined || form === 'identity') return bytes;
  if (form === 'gzip') return gunzipSync(bytes);
  if (form === 'br') return brotliDecompressSync(bytes);
  throw new Error(`sent as ${form}`);
}

function headerDifferences(path: string, headers: IncomingMessage['headers']): readonly string[] {
  const wanted = { ...SECURITY_HEADERS, 'Cache-Control': cacheControlOf(path) };
  const wrong = Object.entries(wanted).flatMap(([name, value]) => {
    const found = headers[name.toLowerCase()];
    return found === value ? [] : [`${name} is ${found === undefined ? 'missing' : `"${String(found)}"`}, not "${value}"`];
  });
  // Nothing may follow or know a person, and no header may bring code along.
  const added = ['set-cookie', 'refresh', 'link', 'content-security-policy-report-only'].filter((name) => headers[name] !== undefined);
  return [...wrong, ...added.map((name) => `has a header that the release does not have: ${name}`)];
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
