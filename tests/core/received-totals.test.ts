import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryId } from '../../utils/core/ids.ts';
import {
  compareLarge,
  LARGE_GIFTS,
  type LargeGift,
  largestAfter,
} from '../../utils/core/received-totals.ts';
import { units } from '../../utils/core/units.ts';

describe('the largest gifts', () => {
  const change = fc.record({
    entry: fc.integer({ min: 0, max: 25 }).map((n) => `e${n}` as EntryId),
    /** 0 takes the gift away. */
    units: fc.nat(30),
  });

  it('are those of all gifts after any changes, or asked for where they are not known', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 30 }), (rounds) => {
        const all = new Map<EntryId, LargeGift>();
        let kept: readonly LargeGift[] = [];
        for (const round of rounds) {
          const went = new Set<EntryId>();
          const came = new Map<EntryId, LargeGift>();
          for (const { entry, units: amount } of round) {
            if (all.delete(entry)) went.add(entry);
            came.delete(entry);
            if (amount === 0) continue;
            const gift = { entry, units: units(amount) };
            all.set(entry, gift);
            came.set(entry, gift);
          }
          const truth = [...all.values()].sort(compareLarge).slice(0, LARGE_GIFTS);
          kept = largestAfter(kept, went, [...came.values()]) ?? truth;
          expect(kept).toEqual(truth);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('have to be looked for only where one of them went and there were more', () => {
    const gift = (n: number): LargeGift => ({ entry: `e${n}` as EntryId, units: units(n) });
    const ten = Array.from({ length: 10 }, (_, n) => gift(20 - n));
    expect(largestAfter(ten, new Set(['e15' as EntryId]), [])).toBeNull();
    expect(largestAfter(ten, new Set(['e3' as EntryId]), [])).toEqual(ten);
    expect(largestAfter(ten.slice(1), new Set(['e15' as EntryId]), [])).toHaveLength(8);
    const grown = { entry: 'e15' as EntryId, units: units(99) };
    expect(largestAfter(ten, new Set(['e15' as EntryId]), [grown])?.[0]).toEqual(grown);
  });
});
