import type { DeviceContext } from '../device/deviceContext.ts';
import { loadExchange } from './loadExchange.ts';
import { unconnected } from './unconnected.ts';

/**
 * Begins the exchange when there is everything for it: unlocked, the writer tab (one leader, SPEC rule 13), and a server that this
 * device belongs to. Asked again whenever one of these may have changed; while it runs nothing happens.
 */
export async function startExchange(context: DeviceContext): Promise<void> {
  const { session, durable, exchanging, ports } = context;
  if (!session || session.closing || !durable || exchanging || !ports.server || !session.settings.connected) return;
  const { runExchange } = await loadExchange();
  // While it was loading the device may have been locked, or another call came first.
  if (context.session !== session || session.closing || context.exchanging) return;
  context.exchanging = runExchange(context, session, ports.server);
}

export function stopExchange(context: DeviceContext): void {
  context.exchanging?.stop();
  context.exchanging = null;
  context.exchange.set(unconnected);
}
