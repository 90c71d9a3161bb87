import { makeContent, makeEdits, type OneYearContent, type OneYearEdit, type OneYearSizes } from './oneYearCase.ts';
import { contentToWrites, createEditMapping, endOfYearToWrites, type PlanWrite, yearToWrites } from './oneYearWrites.ts';

export interface OneYearOptions {
  /** Years one after another; of what was planned in one, nothing is open in the next. */
  readonly years?: number;
  /** Per year. */
  readonly edits?: number;
  readonly sizes?: OneYearSizes;
  readonly devices?: number;
  /** One envelope per session, or one per edit (a save after every pause). */
  readonly per?: 'session' | 'edit';
}

/** What one device wrote in one go. */
export interface Save {
  readonly device: number;
  readonly hears: boolean;
  readonly wall: number;
  readonly writes: readonly PlanWrite[];
}

/** The last of the years is the workload's own; those before it lie before it. */
export function makeSaves(options: OneYearOptions): readonly Save[] {
  const { years = 1 } = options;
  const saves: Save[] = [];
  let people: OneYearContent['people'] | undefined;
  for (let year = 0; year < years; year++) {
    const content = makeContent(1 + 10 * year, options.sizes, people);
    const isLast = year === years - 1;
    const made = makeYear(options, { content, isFirst: year === 0, isLast, seed: 2 + 10 * year });
    saves.push(...made.map((save) => toYear(save, year + 1 - years)));
    people = content.people;
  }
  return saves;
}

interface Year {
  readonly content: OneYearContent;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly seed: number;
}

function makeYear(
  { edits: count = 1500, devices = 6, per = 'session' }: OneYearOptions,
  { content, isFirst, isLast, seed }: Year,
): readonly Save[] {
  const edits = makeEdits(content, seed, count, devices);
  const mapping = createEditMapping(content);
  const begin = isFirst ? contentToWrites(content) : yearToWrites(content);
  const saves: Save[] = [{ device: 0, hears: true, wall: edits[0]!.wall - 1, writes: begin }];
  const heard = new Set([0]);
  let open: { edit: OneYearEdit; writes: PlanWrite[] } | undefined;
  for (const edit of edits) {
    const writes = mapping(edit);
    if (open !== undefined && per === 'session' && open.edit.session === edit.session) {
      open.writes.push(...writes);
      continue;
    }
    open = { edit, writes: [...writes] };
    // Without the starting content a device has nothing to work on.
    saves.push({ device: edit.device, hears: edit.offline >= 0.3 || !heard.has(edit.device), wall: edit.wall, writes: open.writes });
    heard.add(edit.device);
  }
  if (!isLast) saves.push({ device: 0, hears: true, wall: edits.at(-1)!.wall + 1, writes: endOfYearToWrites(content, edits, seed + 5) });
  return saves;
}

function toYear(save: Save, from: number): Save {
  const toDay = (value: PlanWrite & { readonly type: 'set' }) => String(value.value).replace(/^2026-/, `${2026 + from}-`);
  const isDay = (write: PlanWrite): write is PlanWrite & { readonly type: 'set' } =>
    write.type === 'set' && /^2026-\d\d-\d\d$/.test(String(write.value));
  return {
    ...save,
    wall: save.wall + from * 365 * 86_400_000,
    writes: save.writes.map((write) => (isDay(write) ? { ...write, value: toDay(write) } : write)),
  };
}
