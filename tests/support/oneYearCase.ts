/**
 * A realistic year of one family's case, deterministic from two seeds: the starting content, and 1,500 edits in about 265
 * sessions by 6 devices (12 notes of 2 KB). Generic collections; `oneYearEdits.ts` maps them onto the plan.
 */
export interface OneYearContent {
  readonly people: Record<string, { name: string; discipline: string; organisation: string; reachability: string }>;
  readonly goals: Record<string, { statement: string; why: string; status: string; owner: string; order: number }>;
  readonly actions: Record<string, OneYearAction>;
  readonly conferences: Record<string, { date: string; place: string; attendees: string[]; notes: string }>;
}
export interface OneYearAction {
  goal: string;
  what: string;
  detail: string;
  who: string;
  due: string;
  status: string;
}

/** `session` groups what one person does in a row; `offline` is drawn once a session: below 0.3 the device works without hearing the others. */
export type OneYearEdit = {
  readonly session: number;
  readonly device: number;
  readonly offline: number;
  readonly wall: number;
} & OneYearChange;
export type OneYearChange =
  | { readonly type: 'set'; readonly collection: 'actions' | 'goals'; readonly id: string; readonly field: string; readonly value: string }
  | { readonly type: 'insertText'; readonly conference: string; readonly at: number; readonly text: string }
  | { readonly type: 'deleteText'; readonly conference: string; readonly at: number; readonly length: number }
  | { readonly type: 'progress'; readonly id: string; readonly by: string; readonly text: string }
  | { readonly type: 'attend'; readonly conference: string; readonly person: string }
  | { readonly type: 'addAction'; readonly id: string; readonly action: OneYearAction };

export interface OneYearSizes {
  readonly goals?: number;
  readonly actions?: number;
  readonly conferences?: number;
  readonly people?: number;
  readonly noteLength?: number;
}

/** Goals, actions, conferences and people, by id. A later year has the people that were there already. */
export function makeContent(
  seed = 1,
  { goals = 8, actions = 40, conferences = 12, people = 30, noteLength = 2000 }: OneYearSizes = {},
  known?: OneYearContent['people'],
): OneYearContent {
  const random = createFractions(seed);
  const collection = <T>(count: number, make: (index: number) => T): Record<string, T> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [makeId(random), make(index)]));
  const disciplines = ['caregiver', 'teacher', 'youthNurse', 'psychologist', 'districtTeam'];
  const peopleById =
    known ??
    collection(people, (index) => ({
      name: makeWords(random, 14),
      discipline: disciplines[index % 5]!,
      organisation: makeWords(random, 16),
      reachability: makeWords(random, 20),
    }));
  const personIds = Object.keys(peopleById);
  const goalsById = collection(goals, (index) => ({
    statement: makeWords(random, 50),
    why: makeWords(random, 200),
    status: 'active',
    owner: personIds[index % people]!,
    order: index,
  }));
  const goalIds = Object.keys(goalsById);
  const actionsById = collection(actions, (index) => ({
    goal: goalIds[index % goals]!,
    what: makeWords(random, 60),
    detail: makeWords(random, 150),
    who: personIds[Math.floor(random() * people)]!,
    due: makeDate(random),
    status: 'open',
  }));
  const conferencesById = collection(conferences, (index) => ({
    date: makeDate(random),
    place: makeWords(random, 12),
    attendees: personIds.slice(index, index + 6),
    notes: makeWords(random, noteLength),
  }));
  return { people: peopleById, goals: goalsById, actions: actionsById, conferences: conferencesById };
}

/** Edits in order: 40% action field, 15% goal field, 23% text inserted in a note, 7% deleted, 9% progress entry, 4% attendance, 2% new action. */
export function makeEdits(content: OneYearContent, seed = 2, count = 1500, devices = 6): readonly OneYearEdit[] {
  const random = createFractions(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const [goalIds, actionIds, conferenceIds, personIds] = [content.goals, content.actions, content.conferences, content.people].map(
    (collection) => Object.keys(collection),
  ) as [string[], string[], string[], string[]];
  const edits: OneYearEdit[] = [];
  for (let session = 1; edits.length < count; session++) {
    const device = Math.floor(random() * devices);
    const length = Math.min(1 + Math.floor(random() * 11), count - edits.length);
    const offline = random();
    for (let i = 0; i < length; i++)
      edits.push({ session, device, offline, wall: 1767340800000 + edits.length * 20_000_000, ...makeChange() });
  }
  return edits;

  function makeChange(): OneYearChange {
    const roll = random();
    if (roll < 0.4) return makeSet('actions', ['status', 'due', 'who', 'what'], actionIds);
    if (roll < 0.55) return makeSet('goals', ['status', 'owner', 'why'], goalIds);
    if (roll < 0.78) {
      return { type: 'insertText', conference: pick(conferenceIds), at: random(), text: makeWords(random, 10 + Math.floor(random() * 60)) };
    }
    if (roll < 0.85) return { type: 'deleteText', conference: pick(conferenceIds), at: random(), length: 5 + Math.floor(random() * 25) };
    if (roll < 0.94) return { type: 'progress', id: makeId(random), by: pick(personIds), text: makeWords(random, 80) };
    if (roll < 0.98) return { type: 'attend', conference: pick(conferenceIds), person: pick(personIds) };
    const id = makeId(random);
    return {
      type: 'addAction',
      id,
      action: {
        goal: pick(goalIds),
        what: makeWords(random, 60),
        detail: makeWords(random, 150),
        who: pick(personIds),
        due: makeDate(random),
        status: 'open',
      },
    };
  }

  function makeSet(collection: 'actions' | 'goals', fields: readonly string[], ids: readonly string[]): OneYearChange {
    const field = pick(fields);
    return { type: 'set', collection, id: pick(ids), field, value: makeValue(field) };
  }

  function makeValue(field: string): string {
    if (field === 'status') return pick(['open', 'doing', 'done', 'notDone']);
    if (field === 'due') return makeDate(random);
    if (field === 'why') return makeWords(random, 200);
    return field === 'owner' || field === 'who' ? pick(personIds) : makeWords(random, 60);
  }
}

type Fractions = () => number;

/** From 0 up to 1, always the same for one seed (mulberry32). */
export function createFractions(seed: number): Fractions {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = `het kind zegt dat het zich thuis veilig voelt als het rustig is op school gaat het deze week beter de jeugdverpleegkundige
komt langs het gezin wil elkaar vaker spreken plan steun moeder zorgen wonen werker belt lezen niveau vriend club medicijn ritme
bedtijd afgesproken volgende keer`.split(/\s+/);

function makeWords(random: Fractions, length: number): string {
  let out = '';
  while (out.length < length) out += WORDS[Math.floor(random() * WORDS.length)] + (random() < 0.1 ? '. ' : ' ');
  return out.slice(0, length);
}

export function makeId(random: Fractions): string {
  let hex = '';
  for (let i = 0; i < 11; i++)
    hex += Math.floor(random() * 256)
      .toString(16)
      .padStart(2, '0');
  return hex;
}

function makeDate(random: Fractions): string {
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  return `2026-${month}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
}
