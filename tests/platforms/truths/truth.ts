import type { ReplayedRow } from '../../tools/replay-file.ts';

/** A recording's truth beside what was read of it, both in the truth's own words. */
export interface Compared {
  readonly read: readonly object[];
  readonly wanted: readonly object[];
  readonly sums: object;
  readonly wantedSums: object;
}

/** Reads a platform's `.expected.json`. Throws where it is none. */
export type Truth = (expected: unknown, rows: readonly ReplayedRow[]) => Compared;

/** The sum of one number of each row. */
export function sumOf<Row>(rows: readonly Row[], number: (row: Row) => number | null): number {
  return rows.reduce((sum, row) => sum + (number(row) ?? 0), 0);
}
