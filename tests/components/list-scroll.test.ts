import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  broughtIntoView,
  drawnHeight,
  type ListScroll,
  scrolledTo,
  TALLEST,
} from '../../components/dashboard/ledger/list-scroll.ts';

const top: ListScroll = { top: 0, bar: 0 };

describe('a list that fits', () => {
  it('moves as its bar does', () => {
    const sizes = { view: 600, whole: 5_000 };
    expect(drawnHeight(sizes)).toBe(5_000);
    expect(scrolledTo(top, 1_234, sizes)).toEqual({ top: 1_234, bar: 1_234 });
  });
});

describe('a list taller than browsers draw', () => {
  const sizes = { view: 600, whole: 60_000_000 };
  const lastBar = TALLEST - 600;
  const lastTop = 60_000_000 - 600;

  it('moves px by px with the wheel', () => {
    const middle = scrolledTo(top, lastBar / 2, sizes);
    expect(scrolledTo(middle, middle.bar + 100, sizes)).toEqual({
      top: middle.top + 100,
      bar: middle.bar + 100,
    });
  });

  it('moves in proportion with the thumb, to the very ends', () => {
    expect(scrolledTo(top, lastBar / 2, sizes).top).toBeCloseTo(lastTop / 2, 5);
    expect(scrolledTo(top, lastBar, sizes)).toEqual({ top: lastTop, bar: lastBar });
    expect(scrolledTo({ top: lastTop, bar: lastBar }, 0, sizes)).toEqual(top);
  });

  it('can be gone through from end to end by any small steps, and the bar never sticks before its end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000, max: 1_000 }), { maxLength: 200 }),
        (steps) => {
          let at = scrolledTo(top, 3_000_000, sizes);
          for (const step of steps) {
            const before = at;
            const bar = Math.min(Math.max(0, at.bar + step), lastBar);
            at = scrolledTo(at, bar, sizes);
            expect(at.top).toBeCloseTo(before.top + bar - before.bar, 5);
          }
          expect(at.bar > 0 || at.top === 0).toBe(true);
        },
      ),
    );
    // The bar reached its end while the list had not: it is set back to where the list is.
    const near = scrolledTo({ top: 1_000_000, bar: 50 }, 0, sizes);
    expect(near.top).toBe(999_950);
    expect(near.bar).toBeGreaterThan(0);
  });

  it('brings a row into view, no further than needed', () => {
    expect(broughtIntoView(top, 60, 120, sizes)).toBe(top);
    expect(broughtIntoView(top, 600, 660, sizes).top).toBe(60);
    expect(broughtIntoView({ top: 60, bar: 8 }, 0, 60, sizes)).toEqual(top);
    expect(broughtIntoView(top, lastTop + 540, lastTop + 600, sizes)).toEqual({
      top: lastTop,
      bar: lastBar,
    });
  });
});
