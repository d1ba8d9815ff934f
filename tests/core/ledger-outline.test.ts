import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, blocksOf, isToBeCut, Outline } from '../../utils/core/ledger-outline.ts';
import { epochMs } from '../../utils/core/time.ts';

const block = (oldest: number, newest: number, count: number): Block => ({
  oldest: epochMs(oldest),
  newest: epochMs(newest),
  count,
  among: count,
});

describe('entries as blocks', () => {
  it('holds every entry once, newest first, and never parts those of one moment', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 2000 }), (times) => {
        const newestFirst = times.sort((a, b) => b - a).map((at) => ({ at: epochMs(at) }));
        const blocks = blocksOf(newestFirst);
        for (const { oldest, newest, count } of blocks) {
          expect(newestFirst.filter(({ at }) => at >= oldest && at <= newest)).toHaveLength(count);
        }
        expect(blocks.reduce((sum, { count }) => sum + count, 0)).toBe(times.length);
        const edges = blocks.flatMap(({ newest, oldest }) => [newest, oldest]);
        expect(edges).toEqual(edges.toSorted((a, b) => b - a));
      }),
    );
  });

  it('are of readable size where moments differ', () => {
    const rows = Array.from({ length: 1_001 }, (_, n) => ({ at: epochMs(5_000 - n) }));
    expect(blocksOf(rows).map(({ count }) => count)).toEqual([200, 200, 200, 200, 200, 1]);
  });
});

describe('a block', () => {
  it('is cut where it has many rows, or few that many have to be looked at for', () => {
    expect(isToBeCut(block(1, 9, 400))).toBe(false);
    expect(isToBeCut(block(1, 9, 401))).toBe(true);
    expect(isToBeCut({ ...block(1, 9, 3), among: 4_000 })).toBe(false);
    expect(isToBeCut({ ...block(1, 9, 3), among: 4_001 })).toBe(true);
  });

  it('of one moment is not, since nothing could part it', () => {
    expect(isToBeCut({ ...block(9, 9, 5_000), among: 9_000 })).toBe(false);
  });
});

describe('an outline', () => {
  it('finds every row in its block', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 30 }), (counts) => {
        const outline = new Outline();
        outline.append(counts.map((count, n) => block(n, n, count)));
        const rows = counts.flatMap((count, n) =>
          Array.from({ length: count }, (_, offset) => ({ n, offset })),
        );
        expect(outline.count).toBe(rows.length);
        rows.forEach(({ n, offset }, row) => {
          expect(outline.placeOf(row)).toEqual({ block: block(n, n, counts[n] ?? 0), offset });
        });
        expect(outline.placeOf(rows.length)).toBeNull();
        expect(outline.placeOf(-1)).toBeNull();
      }),
    );
  });

  it('moves what follows when a block is read to be another', () => {
    const outline = new Outline();
    const whole = block(20, 30, 900);
    outline.append([whole, block(10, 19, 5)]);
    outline.replace(whole, [block(25, 30, 400), block(20, 24, 499)]);
    expect(outline.count).toBe(904);
    expect(outline.placeOf(899)).toEqual({ block: block(10, 19, 5), offset: 0 });
    expect(outline.between(399, 400)).toEqual([block(25, 30, 400), block(20, 24, 499)]);
    expect(outline.between(-5, 5_000)).toHaveLength(3);
    outline.replace(whole, []);
    expect(outline.count).toBe(904);
    outline.replace(block(1, 2, 3), []);
    expect(outline.count).toBe(904);
  });

  it('is empty at first', () => {
    expect(new Outline().count).toBe(0);
    expect(new Outline().placeOf(0)).toBeNull();
    expect(new Outline().between(0, 50)).toEqual([]);
  });
});
