import { isPermitted, mayHold } from '../../core/circle/permissions.ts';
import type { Roster } from '../../core/circle/roster.ts';
import type { DocumentKind } from '../../core/circle/rosterEntry.ts';
import type { DocumentState } from '../../core/document/state.ts';
import type { Operation } from '../../core/document/operation.ts';
import { viewPart } from '../../core/part/viewPart.ts';
import type { EntityId, MemberId } from '../../core/shared/ids.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { OpenDocument } from '../documents/document.ts';
import type { Store } from '../readableStore.ts';
import type { PartKind, PartReader, PartView } from './types.ts';

export const isPart = (kind: DocumentKind): kind is PartKind => kind !== 'plan' && kind !== 'organisation';

/** Everyone whose role has a key to what stands in it; an auditor has not. */
export const readersOf = ({ kind, members }: Roster, me: MemberId): readonly PartReader[] =>
  [...members].filter(([, { role }]) => mayHold(kind, role)).map(([member, { role }]) => ({ member, role, me: member === me }));

/** What the screen reads, made once per state and circle. */
export function partViewOf({ exchange, link }: DeviceContext, { member: me }: Session, document: OpenDocument): Store<PartView> {
  let made: { readonly state: DocumentState; readonly roster: Roster; readonly view: PartView } | undefined;
  return {
    get: () => {
      const [state, roster] = [document.shown.get(), document.roster];
      if (made?.state !== state || made.roster !== roster) made = { state, roster, view: makeView(document, roster, me) };
      return made.view;
    },
    // Who comes in or goes changes nothing of what stands in it.
    subscribe: (listener) => {
      const stops = [document.shown.subscribe(listener), exchange.subscribe(listener), link.hear(listener)];
      return () => stops.forEach((stop) => stop());
    },
  };
}

function makeView({ caseId, doc, kind, shown }: OpenDocument, roster: Roster, me: MemberId): PartView {
  const myRole = roster.members.get(me)?.role ?? null;
  const may = (operation: Operation) => myRole !== null && !roster.destroyed && isPermitted(kind, myRole, operation, me);
  return {
    ...viewPart(shown.get()),
    caseId,
    doc,
    kind: kind as PartKind,
    readers: readersOf(roster, me),
    me,
    myRole,
    mayDescribe: may(['set', 'part' as EntityId, 'title', '', []]),
    mayWrite: may(['set', `entry.${me}.own` as EntityId, 'text', '', []]),
    isFounder: roster.rolesFrom.get(me)?.[0]?.n === 0,
    mayLead: myRole === 'lead' && !roster.destroyed,
  };
}
