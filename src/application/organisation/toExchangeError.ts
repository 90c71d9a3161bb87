import type { CircleError } from '../circle/types.ts';
import { toCircleError } from '../circle/withLine.ts';
import type { ExchangeFailure } from '../exchange/openLine.ts';
import type { NotSaved } from '../storage/durableStore.ts';

export const toExchangeError = (error: ExchangeFailure | NotSaved): CircleError =>
  error.type === 'Unconnected' ? { type: 'NotConnected' } : toCircleError(error);
