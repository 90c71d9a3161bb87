import type { IncomingMessage, ServerResponse } from 'node:http';
import { routeName } from './routeName.ts';

/** One request, as far as anyone may know of it afterwards: no id, no address, nothing of what was said. */
export interface SeenRequest {
  readonly method: string;
  readonly route: string;
  /** 0: whoever asked was gone before there was an answer. */
  readonly status: number;
  readonly ms: number;
  /** Sent back, with headers. */
  readonly bytes: number;
}

export type WatchRequest = (request: IncomingMessage, response: ServerResponse, pathname: string) => void;

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);

/** Tells of each request when it is over. */
export const createWatch =
  (tell: (seen: SeenRequest) => void): WatchRequest =>
  (request, response, pathname) => {
    const start = performance.now();
    const { socket } = request;
    const before = socket.bytesWritten;
    response.once('close', () =>
      tell({
        method: METHODS.has(request.method ?? '') ? (request.method as string) : 'OTHER',
        route: routeName(pathname),
        status: response.writableFinished ? response.statusCode : 0,
        ms: Math.round(performance.now() - start),
        bytes: socket.bytesWritten - before,
      }),
    );
  };

/** The line of a log: one JSON object, with the moment it ended. */
export const logLine = (seen: SeenRequest, now: number): string => JSON.stringify({ time: new Date(now).toISOString(), ...seen });
