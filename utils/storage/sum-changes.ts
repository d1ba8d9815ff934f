import type { Table } from 'dexie';
import { type Tally, tallyFields } from '../core/totals.ts';
import { type RowKey, rememberedRows, writeRemembered } from './remembered-rows.ts';

/** A row of sums: it counts some of what totals count, its entries at least. */
export type Sums = Partial<Tally> & Pick<Tally, 'entries'>;

/** A change of one stored total: its row with what to add. */
export type Changes<Row extends Sums> = Map<string, Row>;

/** The key of a row of sums. */
export type SumKey = RowKey;

/** `a + sign × b` in everything that `b` counts. */
function added<Row extends Sums>(a: Sums, b: Row, sign: 1 | -1): Row {
  const sums: Partial<Record<keyof Tally, number>> = {};
  for (const field of tallyFields) {
    const more = b[field];
    if (more !== undefined) sums[field] = (a[field] ?? 0) + sign * more;
  }
  return { ...b, ...sums };
}

/** Adds the share of one entry to what changes, or takes it away. */
export function gather<Row extends Sums>(
  changes: Changes<Row>,
  row: Row,
  key: SumKey,
  sign: 1 | -1,
): void {
  const id = JSON.stringify(key);
  changes.set(id, added(changes.get(id) ?? { entries: 0 }, row, sign));
}

/**
 * Writes changes to the stored sums; a sum in which nothing is left to count goes. Gives the rows that were not there
 * before, or are not there any more. Must run in the transaction that writes the entries.
 */
export async function apply<Row extends Sums>(
  table: Table<Row>,
  changes: Changes<Row>,
  keyOf: (row: Row) => SumKey,
): Promise<readonly Row[]> {
  const rows = [...changes.values()].filter(changesAnything);
  if (rows.length === 0) {
    return [];
  }
  const stored = await rememberedRows(table, rows.map(keyOf));
  const kept: Row[] = [];
  const gone: SumKey[] = [];
  const differing: Row[] = [];
  rows.forEach((row, index) => {
    const before = stored[index];
    const sum = added(before ?? { entries: 0 }, row, 1);
    const there = sum.entries !== 0;
    if (there) kept.push(sum);
    else gone.push(keyOf(row));
    if (there !== (before !== undefined)) differing.push(sum);
  });
  await writeRemembered(table, kept, keyOf, gone);
  return differing;
}

function changesAnything(change: Sums): boolean {
  return tallyFields.some((field) => (change[field] ?? 0) !== 0);
}
