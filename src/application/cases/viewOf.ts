import type { DocumentState } from '../../core/document/state.ts';
import type { CaseView } from '../../core/plan/caseView.ts';
import { viewCase } from '../../core/plan/viewCase.ts';
import type { CivilDate } from '../../core/shared/civilDate.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';

const views = new WeakMap<DocumentState, { readonly today: CivilDate; readonly view: CaseView }>();

/** The case as the screens read it; made once per state and day. */
export function viewOf({ ports }: DeviceContext, session: Session, state: DocumentState): CaseView {
  const today = ports.clock.today() as CivilDate;
  const known = views.get(state);
  if (known?.today === today) return known.view;
  const view = viewCase(state, { me: session.member, today, now: ports.clock.now() });
  views.set(state, { today, view });
  return view;
}
