import { EVERYONE, type MonthTotal } from '../core/totals.ts';
import { type Changes, gather } from './sum-changes.ts';
import { totalKeys } from './total-keys.ts';

/** Changes of months by creator, with those of all creators together. */
export function withEveryone(byCreator: Changes<MonthTotal>): Changes<MonthTotal> {
  const all = new Map(byCreator);
  for (const each of byCreator.values()) {
    const row = { ...each, creator: EVERYONE } as const;
    gather(all, row, totalKeys.monthTotals(row), 1);
  }
  return all;
}
