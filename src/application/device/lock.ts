import { loadCaseWork } from '../cases/loadCaseWork.ts';
import { stopExchange } from '../exchange/startExchange.ts';
import type { OpenDocument } from '../documents/document.ts';
import type { DeviceContext, Session } from './deviceContext.ts';

/** Seconds. A disk that does not answer may not keep the device unlocked. */
const GRACE = 5;

/** Locks every tab of this device. What fields still hold is saved first; what could not be stored waits on, sealed. */
export async function lock(context: DeviceContext, because: 'idle' | 'asked'): Promise<void> {
  if (!context.session || context.session.closing) return;
  await leaveSession(context, because);
  context.link.tell({ type: 'locked' });
}

/** From unlocked to locked: nothing readable stays behind in this tab. */
export async function leaveSession(context: DeviceContext, because: 'idle' | 'asked' | 'otherTab'): Promise<void> {
  const { session, device, caseload } = context;
  // A trial has nothing to protect, and nobody knows a passphrase for it.
  if (!session || session.closing || context.trial) return;
  await handOverFields(context);
  session.closing = true;
  stopExchange(context);
  await withinSeconds(context, GRACE, Promise.allSettled(session.busy));
  const open = (await Promise.allSettled(session.open.values())).flatMap((opening) =>
    opening.status === 'fulfilled' ? [opening.value] : [],
  );
  await withinSeconds(context, GRACE, saveWhatIsOpen(context, session, open));
  context.ports.opener?.end();
  session.open.clear();
  session.documents.clear();
  context.session = null;
  caseload.set({ loaded: false, cases: [] });
  device.set({ type: 'locked', because, notBefore: null });
}

/** What fields still hold is on its way to be saved. */
export async function handOverFields({ beforeLock }: DeviceContext): Promise<void> {
  await Promise.all([...beforeLock].map(async (handOver) => await handOver()));
}

async function saveWhatIsOpen(context: DeviceContext, session: Session, open: readonly OpenDocument[]): Promise<void> {
  for (const document of open) await document.inTurn('seal', async () => {});
  await context.durable?.settle();
  if (open.length === 0) return;
  const { writeSnapshot } = await loadCaseWork();
  for (const document of open) await writeSnapshot(context, session, document, true);
}

function withinSeconds({ ports }: DeviceContext, seconds: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const cancel = ports.clock.after(seconds * 1000, resolve);
    const done = () => {
      cancel();
      resolve();
    };
    work.then(done, done);
  });
}
