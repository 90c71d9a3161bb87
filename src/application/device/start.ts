import type { DocumentId } from '../../core/shared/ids.ts';
import { freshDeviceSecret, importDeviceKeys } from '../../crypto/keys.ts';
import { refreshSession } from '../cases/caseload.ts';
import { forgetDocuments } from '../cases/forgetDocuments.ts';
import { showTyping } from '../cases/presence.ts';
import { loadCaseWork } from '../cases/loadCaseWork.ts';
import { keepUnlocked } from './autoLock.ts';
import { leaveSession } from './lock.ts';
import { enterSession } from './unlock.ts';
import type { DeviceContext } from './deviceContext.ts';
import { showSecret } from './pinRecord.ts';
import { readDeviceRecord } from './session.ts';
import { readStorageFacts } from './storageFacts.ts';
import { forgetEverything } from './wipeDevice.ts';
import { becomeWriter } from './writer.ts';
import { waitUntil } from './wrongTries.ts';

/** Opens storage, becomes the writer tab or follows the one that is, and finds out what this device is: new, locked, or not usable. */
export async function start(context: DeviceContext): Promise<void> {
  const { ports, device } = context;
  if (!(await canSign(context))) return device.set({ type: 'unusable', problem: 'noCrypto' });
  let lost: boolean;
  try {
    ({ lost } = await ports.database.open());
  } catch {
    return device.set({ type: 'unusable', problem: 'noStorage' });
  }
  followOtherTabs(context);
  if (await ports.tabs.tryBecomeWriter()) {
    try {
      await becomeWriter(context, lost);
    } catch {
      return device.set({ type: 'unusable', problem: 'noStorage' });
    }
  } else void ports.tabs.becomeWriter().then(() => becomeWriter(context, false));
  await showDevice(context);
  await readStorageFacts(context);
}

/** The old writer closed, or wiped everything and began anew: what is stored counts, not what was known here. */
async function followNewWriter(context: DeviceContext): Promise<void> {
  const { device, ports, session } = context;
  if (device.get().type === 'new') {
    await ports.database.open();
    return await showDevice(context);
  }
  for (const opening of session?.open.values() ?? []) await (await opening).readAgain();
}

/** `new` or `locked`, from what is stored now. */
async function showDevice(context: DeviceContext): Promise<void> {
  const { ports, device } = context;
  const record = await readDeviceRecord(ports.database);
  if (record === 'newerData') return device.set({ type: 'unusable', problem: 'newerData' });
  if (typeof record === 'string') return device.set({ type: 'new' });
  await showSecret(context);
  device.set({ type: 'locked', because: 'start', notBefore: await waitUntil(ports) });
}

function followOtherTabs(context: DeviceContext): void {
  const { link, device, ports } = context;
  link.hear((news) => {
    const { type } = device.get();
    switch (news.type) {
      case 'writer':
        return void followNewWriter(context);
      case 'stored':
        return void takeStored(context, news.doc, news.keys);
      case 'circle':
        return void readCircleAgain(context, news.doc);
      case 'keyring':
        return void context.session?.keyrings.delete(news.member);
      case 'typing':
        if (context.session) void showTyping(context, context.session, news.typing);
        return;
      case 'exchange':
        if (!context.exchanging && type === 'unlocked') context.exchange.set(news.exchange);
        return;
      case 'saving':
        return context.saving.set(news.saving);
      case 'device':
        if (type === 'new') return void showDevice(context);
        void readStorageFacts(context);
        return void refreshSession(context);
      case 'removed':
        return forgetDocuments(context, news.docs);
      case 'unlocked':
        // Everything was taken off here, and now somebody began anew.
        if (type === 'signedOut') void ports.database.open().then(() => enterSession(context, news.way, news.unlockKey));
        if (type === 'locked' || type === 'new') void enterSession(context, news.way, news.unlockKey);
        return;
      case 'locked':
        if (type === 'unlocked') void leaveSession(context, 'otherTab');
        return;
      case 'activity':
        return keepUnlocked(context);
      case 'wiped':
        return forgetEverything(context, news.next);
    }
  });
}

/** Another tab stored something: seen live where the document is open, and on the list. */
async function takeStored(context: DeviceContext, doc: DocumentId, keys: readonly string[]): Promise<void> {
  const { session, ports } = context;
  if (!session) return;
  const document = await session.open.get(doc);
  if (document) {
    const stored = await Promise.all(keys.map((key) => ports.database.get('envelope', key)));
    await document.take(stored.filter((bytes) => bytes !== undefined));
    await document.catchUp();
    document.publish();
  }
  await (await loadCaseWork()).refreshSummary(context, session, doc);
}

/** Another tab took in a new circle, or began a new chain: what was known here is not enough any more. */
async function readCircleAgain(context: DeviceContext, doc: DocumentId): Promise<void> {
  const { session } = context;
  if (!session) return;
  const document = await session.open.get(doc);
  await document?.readCircleAgain();
  await document?.readAgain();
  await (await loadCaseWork()).refreshSummary(context, session, doc);
}

/** Ed25519 came late to some browsers. */
async function canSign({ ports }: DeviceContext): Promise<boolean> {
  try {
    await importDeviceKeys(freshDeviceSecret(ports.random.bytes));
    return true;
  } catch {
    return false;
  }
}
