/**
 * A drawing is kept as strokes in a text, not as an image: it is saved, merged, sealed and erased like words, and stays small. Per
 * stroke: the ink (a digit), the first place (two signs for x, two for y), then a sign for x and one for y per step from there.
 */

/** A place on the paper. */
export type Place = readonly [x: number, y: number];
export interface Stroke {
  readonly ink: number;
  readonly places: readonly Place[];
}

/** The paper, in steps; about one pixel on a phone. */
export const PAPER = { width: 256, height: 192 } as const;
/** Signs of a whole drawing: some hundreds of strokes. */
export const DRAWING_MAX = 4000;
const INKS = 4;

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The sign of no step at all; to both sides of it as far as a sign goes. */
const MIDDLE = 32;
const LONGEST_STEP = 31;
/** What a line may be beside the finger, in steps. */
const TOLERANCE = 0.8;

/** The drawing with this stroke; null when it no longer fits. Places may lie anywhere and between the steps. */
export function addStroke(drawing: string, { ink, places }: Stroke): string | null {
  const text = strokeToText(ink, simplify(places).map(onPaper));
  const whole = drawing === '' ? text : `${drawing} ${text}`;
  return whole.length > DRAWING_MAX ? null : whole;
}

export const withoutLastStroke = (drawing: string): string => drawing.slice(0, Math.max(0, drawing.lastIndexOf(' ')));

/** What cannot be read as a stroke is left out. */
export const readStrokes = (drawing: string): readonly Stroke[] => drawing.split(' ').flatMap((text) => textToStroke(text) ?? []);

const clamp = (value: number, max: number): number => Math.min(max, Math.max(0, Math.round(value)));
const onPaper = ([x, y]: Place): Place => [clamp(x, PAPER.width - 1), clamp(y, PAPER.height - 1)];

function strokeToText(ink: number, places: readonly Place[]): string {
  const [[x, y] = [0, 0], ...rest] = places;
  let [atX, atY] = [x, y];
  let text = `${clamp(ink, INKS - 1)}${twoSigns(x)}${twoSigns(y)}`;
  for (const [toX, toY] of rest) {
    // A step that is too long for a sign becomes several.
    const count = Math.ceil(Math.max(Math.abs(toX - atX), Math.abs(toY - atY)) / LONGEST_STEP);
    for (let left = count; left > 0; left--) {
      const [stepX, stepY] = [Math.round((toX - atX) / left), Math.round((toY - atY) / left)];
      text += sign(stepX + MIDDLE) + sign(stepY + MIDDLE);
      [atX, atY] = [atX + stepX, atY + stepY];
    }
  }
  return text;
}

const sign = (value: number): string => SIGNS.charAt(value);
const twoSigns = (value: number): string => sign(value >> 6) + sign(value & 63);

function textToStroke(text: string): Stroke | undefined {
  const values = Array.from(text.slice(1), (one) => SIGNS.indexOf(one));
  const ink = '0123'.indexOf(text.charAt(0));
  if (text === '' || ink < 0 || values.length < 4 || values.length % 2 > 0 || values.includes(-1)) return undefined;
  const [x1, x2, y1, y2, ...steps] = values as [number, number, number, number, ...number[]];
  let [x, y] = [x1 * 64 + x2, y1 * 64 + y2];
  const places: Place[] = [[x, y]];
  for (let at = 0; at < steps.length; at += 2) {
    [x, y] = [x + steps[at]! - MIDDLE, y + steps[at + 1]! - MIDDLE];
    places.push([x, y]);
  }
  return { ink, places };
}

/** Fewer places with nearly the same line (Douglas-Peucker): of a part, the place farthest from a straight line stays, and both halves are looked at. */
function simplify(places: readonly Place[]): readonly Place[] {
  const kept = new Set([0, places.length - 1]);
  const parts: (readonly [number, number])[] = [[0, places.length - 1]];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [from, to] = part;
    let [farthest, distance] = [-1, TOLERANCE];
    for (let at = from + 1; at < to; at++) {
      const away = distanceTo(places[from]!, places[to]!, places[at]!);
      if (away > distance) [farthest, distance] = [at, away];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    parts.push([from, farthest], [farthest, to]);
  }
  return places.filter((_, at) => kept.has(at));
}

/** From a place to the line between two; to the first when both are the same. */
function distanceTo([ax, ay]: Place, [bx, by]: Place, [x, y]: Place): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
