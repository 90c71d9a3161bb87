/**
 * All that speaks with a server. One chunk of its own, because nothing of it is needed to begin, to unlock or to list the cases.
 * Only `loadExchange` imports this as a module; what is lazy itself may import the files behind it.
 */
export { runExchange } from './runExchange.ts';
export { openAccess } from './access.ts';
export { collectNow, connectToServer, deliverKeyring, deliverNow, introduceKeyring, waitDelivered } from './connect.ts';
export { fetchKeyring } from './keyringExchange.ts';
