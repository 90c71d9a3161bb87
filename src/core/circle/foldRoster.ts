import { err, ok, type Result } from '../shared/result.ts';
import type { Roster, RosterError } from './roster.ts';
import { applyChange } from './rosterChanges.ts';
import type { RosterEntry } from './rosterEntry.ts';

/**
 * The circle after these entries, in their order. Entries are linked by hash: a gap, a wrong link or another
 * document breaks the roster there, and nothing of it may be used.
 */
export function foldRoster(entries: readonly RosterEntry[]): Result<Roster, RosterError> {
  const [genesis, ...others] = entries;
  if (genesis === undefined) return err({ type: 'RosterEmpty' });
  if (genesis.type !== 'genesis' || genesis.n !== 0 || genesis.previous !== null) return err({ type: 'RosterBroken', n: genesis.n });
  let roster = found(genesis);
  for (const entry of others) {
    const fits = entry.n === roster.n + 1 && entry.previous === roster.hash && entry.doc === roster.doc;
    if (!fits) return err({ type: 'RosterBroken', n: entry.n });
    const changed = applyChange(roster, entry, entry);
    const refused = changed.ok ? roster.refused : [...roster.refused, { n: entry.n, because: changed.error }];
    roster = { ...roster, ...(changed.ok ? changed.value : {}), refused, n: entry.n, hash: entry.hash };
  }
  return ok(roster);
}

const found = (entry: RosterEntry & { readonly type: 'genesis' }): Roster => ({
  doc: entry.doc,
  kind: entry.kind,
  caseId: entry.caseId,
  n: 0,
  hash: entry.hash,
  members: new Map([[entry.by, { role: 'lead', since: 0, until: null, succeeds: null }]]),
  rolesFrom: new Map([[entry.by, [{ n: 0, role: 'lead' }]]]),
  cutOffs: [],
  epoch: 0,
  invitations: new Map(),
  proposals: new Map(),
  erased: [],
  ending: null,
  destroyed: false,
  refused: [],
});
