import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSpan,
  gapsIn,
  noSpans,
  type Spans,
  spanLength,
  uniteSpans,
} from '../../utils/core/spans.ts';

const range = fc
  .tuple(fc.nat(50), fc.nat(20))
  .map(([from, length]) => ({ from, to: from + length }));

function members(spans: Spans): Set<number> {
  const all = new Set<number>();
  for (let index = 0; index < spans.length; index += 2) {
    for (let n = (spans[index] ?? 0) + 1; n <= (spans[index + 1] ?? 0); n += 1) all.add(n);
  }
  return all;
}

const spans = fc
  .array(range)
  .map((ranges) => ranges.reduce<Spans>((sum, { from, to }) => addSpan(sum, from, to), noSpans));

describe('spans', () => {
  it('join where they touch', () => {
    expect(addSpan(addSpan(noSpans, 0, 3), 3, 5)).toEqual([0, 5]);
    expect(addSpan(addSpan(noSpans, 0, 3), 4, 5)).toEqual([0, 3, 4, 5]);
  });

  it('hold the numbers of both after uniting, each once', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const united = uniteSpans(a, b);
        expect(members(united)).toEqual(new Set([...members(a), ...members(b)]));
        expect(spanLength(united)).toBe(members(united).size);
      }),
    );
  });

  it('are the same for the same set, whatever made it', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        expect(uniteSpans(a, b)).toEqual(uniteSpans(b, a));
        expect(uniteSpans(a, a)).toEqual(a);
      }),
    );
  });
});

describe('the gaps in a set', () => {
  it('are what it lacks up to a count', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 9 }))),
        fc.integer({ min: 0, max: 40 }),
        (ranges, count) => {
          const spans = ranges.reduce(
            (all, [from, length]) => addSpan(all, from, from + length),
            noSpans,
          );
          const has = new Set(
            ranges.flatMap(([from, length]) => Array.from({ length }, (_, n) => from + n + 1)),
          );
          const lacking = Array.from({ length: count }, (_, n) => n + 1).filter((n) => !has.has(n));
          const told = gapsIn(spans, count).flatMap(({ first, last }) =>
            Array.from({ length: last - first + 1 }, (_, n) => first + n),
          );
          expect(told).toEqual(lacking);
        },
      ),
    );
  });
});
