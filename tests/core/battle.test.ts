import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Battle, battleAt, joinBattles, seenOf } from '../../utils/core/battle.ts';
import { epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';

const battle = (
  id: string,
  from: number,
  until: number | null,
  endedAt: number | null,
): Battle => ({
  battle: id,
  from: epochMs(from),
  until: until === null ? null : epochMs(until),
  endedAt: endedAt === null ? null : epochMs(endedAt),
});

describe('battles', () => {
  it('hold what was given from their beginning to their end, as told or as set', () => {
    const all = [battle('1', 10, 20, 15), battle('2', 30, 40, null), battle('3', 50, null, null)];
    const within = [9, 10, 15, 16, 30, 40, 41, 50].map((at) => battleAt(all, epochMs(at))?.battle);
    expect(within).toEqual([undefined, '1', '1', undefined, '2', '2', undefined, undefined]);
  });

  it('come to the same in any order and any number', () => {
    const time = fc.nat(50);
    const any = fc
      .tuple(fc.constantFrom('1', '2', '3'), time, fc.option(time), fc.option(time))
      .map((parts) => battle(...parts));
    fc.assert(
      fc.property(fc.array(any), fc.array(any), fc.array(any), (a, b, c) => {
        const joined = joinBattles(joinBattles(a, b), c);
        expect(joinBattles(joinBattles(c, b), joinBattles(a, a))).toEqual(joined);
        expect(joinBattles(joined, joined)).toEqual(joined);
      }),
    );
  });
});

describe('a running total', () => {
  it('tells what was missed; what was seen since it was told is no mistake', () => {
    expect(seenOf(12_340, { units: units(12_390) })).toEqual({
      seen: 12_340,
      told: 12_390,
      missed: 50,
    });
    expect(seenOf(12_400, { units: units(12_390) }).missed).toBe(0);
  });
});
