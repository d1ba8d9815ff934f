import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeByKey } from '../../components/overlay/move-keys.ts';
import type { Point, Rect, Room } from '../../components/overlay/place.ts';
import {
  firstPlace,
  nextCorner,
  placeOf,
  pointOf,
  settle,
  stepFrom,
} from '../../components/overlay/place.ts';

const rect = fc.record({
  x: fc.double({ min: -50, max: 1900, noNaN: true }),
  y: fc.double({ min: -50, max: 1050, noNaN: true }),
  width: fc.double({ min: 0, max: 900, noNaN: true }),
  height: fc.double({ min: 0, max: 700, noNaN: true }),
});

const room: fc.Arbitrary<Room> = fc.record({
  viewport: fc.record({
    width: fc.integer({ min: 320, max: 1920 }),
    height: fc.integer({ min: 240, max: 1080 }),
  }),
  size: fc.record({
    width: fc.double({ min: 20, max: 320, noNaN: true }),
    height: fc.double({ min: 20, max: 240, noNaN: true }),
  }),
  keepClear: fc.array(rect, { maxLength: 5 }),
});

const point = fc.record({
  x: fc.integer({ min: -500, max: 2500 }),
  y: fc.integer({ min: -500, max: 1600 }),
});

function meets({ x, y }: Point, { size }: Room, other: Rect): boolean {
  return (
    other.width > 0 &&
    other.height > 0 &&
    x < other.x + other.width &&
    x + size.width > other.x &&
    y < other.y + other.height &&
    y + size.height > other.y
  );
}

/** Whether anything is free, found by trying every pixel of a small room: slow and plain. */
function somethingFree(small: Room): boolean {
  for (let x = 0; x + small.size.width <= small.viewport.width; x += 1) {
    for (let y = 0; y + small.size.height <= small.viewport.height; y += 1) {
      if (!small.keepClear.some((other) => meets({ x, y }, small, other))) {
        return true;
      }
    }
  }
  return false;
}

const smallRoom: fc.Arbitrary<Room> = fc.record({
  viewport: fc.record({
    width: fc.integer({ min: 12, max: 40 }),
    height: fc.integer({ min: 12, max: 40 }),
  }),
  size: fc.record({
    width: fc.integer({ min: 2, max: 12 }),
    height: fc.integer({ min: 2, max: 12 }),
  }),
  keepClear: fc.array(
    fc.record({
      x: fc.integer({ min: -5, max: 40 }),
      y: fc.integer({ min: -5, max: 40 }),
      width: fc.integer({ min: 1, max: 30 }),
      height: fc.integer({ min: 1, max: 30 }),
    }),
    { maxLength: 6 },
  ),
});

describe('settle', () => {
  it('is always inside the viewport', () => {
    fc.assert(
      fc.property(room, point, (into, wanted) => {
        const { x, y } = settle(wanted, into);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + into.size.width).toBeLessThanOrEqual(into.viewport.width);
        expect(y + into.size.height).toBeLessThanOrEqual(into.viewport.height);
      }),
    );
  });

  it('covers nothing to be kept clear whenever there is a free spot', () => {
    fc.assert(
      fc.property(smallRoom, point, (into, wanted) => {
        const settled = settle(wanted, into);
        const covered = into.keepClear.some((other) => meets(settled, into, other));
        expect(covered).toBe(!somethingFree(into));
      }),
    );
  });

  it('changes nothing when done again', () => {
    fc.assert(
      fc.property(room, point, (into, wanted) => {
        const settled = settle(wanted, into);
        expect(settle(settled, into)).toEqual(settled);
      }),
    );
  });

  it('stays where it is wanted when that is free', () => {
    const into = {
      viewport: { width: 900, height: 560 },
      size: { width: 200, height: 36 },
      keepClear: [],
    };
    expect(settle({ x: 300, y: 200 }, into)).toEqual({ x: 300, y: 200 });
  });

  it('goes the shortest way, with a little space', () => {
    const chat = { x: 700, y: 0, width: 200, height: 560 };
    const into = {
      viewport: { width: 900, height: 560 },
      size: { width: 200, height: 36 },
      keepClear: [chat],
    };
    expect(settle({ x: 686, y: 14 }, into)).toEqual({ x: 492, y: 14 });
  });

  it('starts at the start of a viewport that is too small', () => {
    const into = {
      viewport: { width: 100, height: 30 },
      size: { width: 200, height: 36 },
      keepClear: [],
    };
    expect(settle({ x: 50, y: 50 }, into)).toEqual({ x: 0, y: 0 });
  });
});

describe('a place', () => {
  it('is the same point again in the same room', () => {
    fc.assert(
      fc.property(room, point, (into, wanted) => {
        const settled = settle(wanted, into);
        const again = pointOf(placeOf(settled, into), into);
        expect(again.x).toBeCloseTo(settled.x, 6);
        expect(again.y).toBeCloseTo(settled.y, 6);
      }),
    );
  });

  it('keeps its distance from its corner when the window grows', () => {
    const size = { width: 200, height: 36 };
    const place = firstPlace('ltr');
    for (const width of [500, 900, 1920]) {
      const into = { viewport: { width, height: 560 }, size, keepClear: [] };
      expect(settle(pointOf(place, into), into)).toEqual({ x: width - 214, y: 14 });
    }
  });

  it('goes round all four corners', () => {
    let place = firstPlace('ltr');
    const seen = [1, 2, 3, 4].map(() => {
      place = nextCorner(place, 1);
      return place.corner;
    });
    expect(seen).toEqual(['bottom-right', 'bottom-left', 'top-left', 'top-right']);
    expect(nextCorner(firstPlace('rtl'), -1).corner).toBe('bottom-left');
  });
});

describe('moving by keys', () => {
  const into = {
    viewport: { width: 900, height: 560 },
    size: { width: 100, height: 40 },
    keepClear: [],
  };
  const at = { x: 400, y: 200 };
  const by = (key: string, shiftKey = false) => {
    const place = placeByKey({ key, shiftKey }, at, placeOf(at, into), into);
    return place === null ? null : pointOf(place, into);
  };

  it('goes 8 px, with Shift 32 px, and to corners', () => {
    expect(by('ArrowLeft')).toEqual({ x: 392, y: 200 });
    expect(by('ArrowDown', true)).toEqual({ x: 400, y: 232 });
    expect(by('End')).toEqual({ x: 786, y: 14 });
    expect(by('Enter')).toBeNull();
    expect(by('toString')).toBeNull();
  });

  it('jumps over what must be kept clear', () => {
    const tray = { x: 520, y: 0, width: 100, height: 560 };
    const blocked = { ...into, keepClear: [tray] };
    expect(stepFrom({ x: 412, y: 200 }, { x: 8, y: 0 }, blocked)).toEqual({ x: 628, y: 200 });
  });

  it('stays at the edge', () => {
    expect(stepFrom({ x: 0, y: 200 }, { x: -8, y: 0 }, into)).toEqual({ x: 0, y: 200 });
  });

  it('ends, wherever it starts', () => {
    fc.assert(
      fc.property(
        room,
        point,
        fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'),
        (space, wanted, key) => {
          const settled = settle(wanted, space);
          expect(
            placeByKey({ key, shiftKey: false }, settled, placeOf(settled, space), space),
          ).not.toBeNull();
        },
      ),
    );
  });
});

describe('the first place', () => {
  const viewport = { width: 900, height: 560 };
  const picture = { x: 100, y: 50, width: 500, height: 400 };

  it('is in the top corner where reading ends, of the picture where it is known', () => {
    expect(firstPlace('ltr', viewport, picture)).toEqual({ corner: 'top-right', x: 314, y: 64 });
    expect(firstPlace('rtl', viewport, picture)).toEqual({ corner: 'top-left', x: 114, y: 64 });
    expect(firstPlace('ltr', viewport)).toEqual({ corner: 'top-right', x: 14, y: 14 });
  });

  it('is within the viewport although the picture is not', () => {
    const scrolled = { x: -40, y: -300, width: 1200, height: 400 };
    expect(firstPlace('ltr', viewport, scrolled)).toEqual({ corner: 'top-right', x: 14, y: 14 });
  });
});
