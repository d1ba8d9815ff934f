import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinNames, type KnownNames, MOST_PAST_NAMES } from '../../utils/core/person-names.ts';
import { epochMs } from '../../utils/core/time.ts';

const seen = (handle: string, at: number): KnownNames => ({
  handle,
  name: handle.toUpperCase(),
  at: epochMs(at),
  past: [],
});

describe('names of a person', () => {
  it('are the latest, with those before, each once', () => {
    const names = [seen('a', 1), seen('c', 9), seen('b', 5), seen('a', 3)].reduce(joinNames);
    expect(names).toMatchObject({ handle: 'c', past: [{ handle: 'a', at: 3 }, { handle: 'b' }] });
  });

  it('are bounded: the oldest go', () => {
    const many = Array.from({ length: 30 }, (_, n) => seen(`h${n}`, n)).reduce(joinNames);
    expect(many.past).toHaveLength(MOST_PAST_NAMES);
    expect(many.past[0]?.handle).toBe('h19');
  });

  it('come to the same in any order and any number', () => {
    const any = fc.array(
      fc
        .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(9))
        .map(([handle, at]) => seen(handle, at)),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        any.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
          ),
        ),
        ([all, shuffled]) => {
          const half = Math.floor(shuffled.length / 2);
          const parts = [shuffled.slice(0, half), shuffled.slice(half)].filter(
            (part) => part.length,
          );
          const joined = parts.map((part) => part.reduce(joinNames)).reduce(joinNames);
          expect(joined).toEqual(all.reduce(joinNames, all[0] ?? seen('a', 0)));
        },
      ),
    );
  });
});
