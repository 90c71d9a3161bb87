import { isPermitted } from '../../core/circle/permissions.ts';
import type { OpenedEnvelope, Operation } from '../../core/document/operation.ts';
import type { DocumentState } from '../../core/document/state.ts';
import type { EntityId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { ChangeError } from '../application.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { OpenDocument } from './document.ts';
import { whyNoWriting } from './mayWrite.ts';
import { writeSnapshot } from './snapshot.ts';

export interface Change {
  readonly operations: readonly Operation[];
  readonly added: readonly EntityId[];
}

/** What else follows from a save, before the next one begins. */
interface Followers {
  readonly onSealed: (before: DocumentState, sealed: OpenedEnvelope) => void;
  readonly onOutcome: (hasFailed: boolean) => void;
  /** Other than this visit: even what this visit wrote stays beside it. */
  readonly origin?: string;
}

/** One save of an open document: decides on everything sealed, and knows the outcome before the next change begins. */
export const saveChange = (
  context: DeviceContext,
  session: Session,
  document: OpenDocument,
  decide: () => Result<Change, ChangeError>,
  { onSealed, onOutcome, origin = session.visit }: Followers,
): Promise<Result<{ readonly added: readonly EntityId[] }, ChangeError>> =>
  track(session, () =>
    document.inTurn('change', async () => {
      await document.whole();
      if (context.session !== session || session.closing) return err({ type: 'Locked' });
      const refused = whyNoWriting(session, document.roster);
      if (refused) return err({ type: refused });
      const before = document.state();
      const decided = decide();
      if (!decided.ok) return decided;
      const { operations, added } = decided.value;
      if (operations.length === 0) return ok({ added });
      if (!isAllowed(session, document, operations)) return err({ type: 'NotYours' });
      const { problem, envelope } = await context.link.ask({ type: 'save', doc: document.doc, operations, origin }, async () => {
        const saved = await document.findSaved(before, operations);
        return saved ? { problem: null, envelope: saved } : null;
      });
      const [sealed] = envelope ? await document.take([envelope]) : [];
      document.publish();
      if (sealed) onSealed(before, sealed);
      onOutcome(problem !== null);
      if (problem) {
        const meanwhile = whyNoWriting(session, document.roster);
        return err(meanwhile ? { type: meanwhile } : { type: 'NotSaved', problem });
      }
      await writeSnapshot(context, session, document, false);
      return ok({ added });
    }),
  );

/** What every device would set aside is not written in the first place (the table of permissions): it would seem kept, and be gone. */
function isAllowed({ member }: Session, { kind, roster }: OpenDocument, operations: readonly Operation[]): boolean {
  const role = roster.members.get(member)?.role;
  return role !== undefined && operations.every((operation) => isPermitted(kind, role, operation, member));
}

/** A lock waits for what has begun. */
export function track<T>({ busy }: Session, begin: () => Promise<T>): Promise<T> {
  const doing = begin();
  busy.add(doing);
  return doing.finally(() => busy.delete(doing));
}
