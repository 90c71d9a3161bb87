import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addStroke, DRAWING_MAX, PAPER, type Place, readStrokes, withoutLastStroke } from '../../../src/core/plan/drawing.ts';

const line = (ink: number, ...places: readonly Place[]) => addStroke('', { ink, places })!;

describe('a drawing', () => {
  it('is strokes in a text, that are read back as they were drawn', () => {
    const places: readonly Place[] = [
      [10, 10],
      [40, 60],
      [20, 100],
    ];
    const drawing = addStroke(line(0, ...places), { ink: 3, places: [[255, 191]] })!;
    expect(readStrokes(drawing).map(({ ink }) => ink)).toEqual([0, 3]);
    const [first, dot] = readStrokes(drawing);
    for (const place of places) expect(first!.places).toContainEqual(place);
    expect(dot!.places).toEqual([[255, 191]]);
  });

  it('keeps of a straight line only its ends, and of a place that stood still one', () => {
    const straight = Array.from({ length: 28 }, (_, at): Place => [at, at]);
    expect(line(0, ...straight)).toHaveLength('0AAAA'.length + 2);
    expect(line(0, [5, 5], [5, 5], [5, 5])).toBe(line(0, [5, 5]));
  });

  it('goes around a corner, also when it ends where it began', () => {
    const round = line(1, [0, 0], [20, 0], [20, 20], [0, 20], [0, 0]);
    expect(readStrokes(round)[0]!.places).toEqual([
      [0, 0],
      [20, 0],
      [20, 20],
      [0, 20],
      [0, 0],
    ]);
  });

  it('stays on the paper and within its inks', () => {
    expect(readStrokes(line(9, [-50, 500]))).toEqual([{ ink: 3, places: [[0, PAPER.height - 1]] }]);
    expect(readStrokes(line(0))).toEqual([{ ink: 0, places: [[0, 0]] }]);
  });

  it('ends a stroke within one step of where the finger left, however far it went', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: PAPER.width - 1 }), fc.integer({ min: 0, max: PAPER.height - 1 }));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (places) => {
        const [stroke] = readStrokes(line(2, ...places));
        expect(stroke!.places[0]).toEqual(places[0]);
        expect(stroke!.places.at(-1)).toEqual(places.at(-1));
      }),
    );
  });

  it('takes no more than fits in one cell: a stroke that does not fit leaves it as it was', () => {
    const zigzag = Array.from({ length: 500 }, (_, at): Place => [at % 2 === 0 ? 0 : 30, at % PAPER.height]);
    let drawing = '';
    for (let next: string | null = ''; next !== null; next = addStroke(drawing, { ink: 0, places: zigzag })) drawing = next;
    expect(drawing.length).toBeLessThanOrEqual(DRAWING_MAX);
    expect(readStrokes(drawing).length).toBeGreaterThan(1);
  });

  it('gives back the strokes before the last', () => {
    const one = line(0, [1, 1], [9, 40]);
    const two = addStroke(one, { ink: 1, places: [[3, 3]] })!;
    expect(withoutLastStroke(two)).toBe(one);
    expect(withoutLastStroke(one)).toBe('');
    expect(withoutLastStroke('')).toBe('');
  });

  it.each(['', '0', '0AAA', '0AAAAA', '9AAAA', '0AA!A', 'x y z'])('leaves out what is no stroke: "%s"', (text) => {
    expect(readStrokes(text)).toEqual([]);
    expect(readStrokes(`${text} 0AFAF`)).toEqual([{ ink: 0, places: [[5, 5]] }]);
  });
});
