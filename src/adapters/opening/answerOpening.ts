import type { Opener } from '../../application/ports.ts';
import type { OpeningAnswer, OpeningRequest } from './openingMessages.ts';

/** In one answer: so few that reading it holds up nobody who types. */
const AT_ONCE = 40;

/** Verifies, decrypts and parses what it is asked, and keeps nothing of it. */
export async function answerOpening(
  { id, envelopes: joined, lengths, means }: OpeningRequest,
  open: Opener['open'],
  say: (answer: OpeningAnswer) => void,
): Promise<void> {
  const envelopes = split(joined, lengths);
  try {
    for (let at = 0; at < envelopes.length; at += AT_ONCE) say({ id, openings: await open(envelopes.slice(at, at + AT_ONCE), means) });
  } catch {
    say({ id, openings: null });
  }
}

function split(joined: Uint8Array<ArrayBuffer>, lengths: readonly number[]): readonly Uint8Array<ArrayBuffer>[] {
  let end = 0;
  return lengths.map((length) => joined.subarray(end, (end += length)));
}
