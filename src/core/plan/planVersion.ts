import type { EnvelopeHash } from '../shared/ids.ts';

/**
 * What people agree to, as one short text: a fingerprint of everything an answer is about, and the frontier at the moment of asking
 * (SPEC 12). Equal fingerprints mean that nothing of goals, actions, roles and agreements changed in between.
 */
export function makeVersion(content: unknown, frontier: readonly EnvelopeHash[]): string {
  return `${fingerprint(JSON.stringify(content))}:${fingerprint(frontier.join())}`;
}

export const isSameContent = (version: string, other: string): boolean => version.split(':', 1)[0] === other.split(':', 1)[0];

/** FNV-1a, twice 32 bits: to see a change, not to protect against one; the signed log does that. */
function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01000193].map((seed) => hash32(text, seed).toString(16).padStart(8, '0')).join('');
}

function hash32(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
