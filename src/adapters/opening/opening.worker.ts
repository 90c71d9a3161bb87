import { openEnvelopes } from '../../application/documents/openEnvelopes.ts';
import { answerOpening } from './answerOpening.ts';
import type { OpeningRequest } from './openingMessages.ts';

/** Composition root of the worker that verifies, decrypts and parses what arrives. */
addEventListener(
  'message',
  ({ data }: MessageEvent<OpeningRequest>) => void answerOpening(data, openEnvelopes, (answer) => postMessage(answer)),
);
