import { decideOrganisation, type HelperInvalid, type OrganisationCommand } from '../../core/organisation/decideOrganisation.ts';
import type { DocumentId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { CircleError } from '../circle/types.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { hold, openDocument } from '../documents/openDocument.ts';

/** One save in the organisation's document: decided on everything sealed, and stored as any edit is. */
export async function changeOrganisation(
  context: DeviceContext,
  session: Session,
  doc: DocumentId,
  command: OrganisationCommand,
): Promise<Result<void, CircleError | Refused>> {
  const release = hold(session, doc);
  try {
    const document = await openDocument(context, session, doc);
    if (!document || document.kind !== 'organisation') return err({ type: 'NotAMember' });
    return await document.inTurn('change', async () => {
      const decided = decideOrganisation(command, document.state());
      if (!decided.ok) return err(toRefused(decided.error));
      if (decided.value.length === 0) return ok(undefined);
      const request = { type: 'save', doc, operations: decided.value, origin: session.visit } as const;
      const { problem, envelope } = await context.link.ask(request);
      if (envelope) await document.take([envelope]);
      document.publish();
      return problem ? err({ type: 'NotSaved', problem }) : ok(undefined);
    });
  } finally {
    release();
  }
}

type Refused =
  | HelperInvalid
  | { readonly type: 'NameMissing' | 'PeriodMissing' }
  | { readonly type: 'TextTooLong'; readonly field: string; readonly max: number };

const toRefused = (error: Extract<ReturnType<typeof decideOrganisation>, { ok: false }>['error']): Refused =>
  error.type === 'TextTooLong' || error.type === 'PeriodMissing' || error.type === 'HelperInvalid' ? error : { type: 'NameMissing' };
