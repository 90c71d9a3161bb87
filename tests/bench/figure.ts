/** One line of the bench table. `aim` is reported; only `ratio` against `limit`, measured in the same run, passes or fails. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the design aims at, in the same unit; absolute, so reported and no more. */
  readonly aim?: number;
  /** The aim is the least instead of the most. */
  readonly atLeast?: boolean;
  /** What it was compared with in the same run, in the same unit. */
  readonly baseline?: number;
  readonly ratio?: number;
  /** The highest ratio that passes. */
  readonly limit?: number;
  /** What the number does and does not hold; printed below the table. */
  readonly note?: string;
}

export const isPassed = ({ ratio, limit }: Figure): boolean => ratio === undefined || limit === undefined || ratio <= limit;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
