import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deviceId,
  isFromFuture,
  laterStamp,
  MOST_SKEW_MS,
  NotADevice,
  NotAStamp,
  nextStamp,
  readStamp,
  receiveStamp,
  type Stamp,
  stamp,
} from '../../utils/core/logical-clock.ts';
import { epochMs } from '../../utils/core/time.ts';

const laptop = deviceId('laptop01');
const phone = deviceId('phone001');
const noon = epochMs(Date.UTC(2026, 10, 22, 12));
const moment = fc.integer({ min: 0, max: 4_000_000_000_000 }).map(epochMs);
const device = fc.constantFrom(laptop, phone);

describe('a stamp', () => {
  it('says when and where it was made', () => {
    const made = nextStamp(null, noon, laptop);
    expect(readStamp(made)).toEqual({ wall: noon, counter: 0, device: laptop });
    expect(stamp(made)).toBe(made);
  });

  it.each(['', 'zzzzzzzzzzz.0000.laptop01', '0.0.a', `${noon}.0000.laptop01`, '../../x'])(
    'is not %j',
    (text) => {
      expect(() => stamp(text)).toThrow(NotAStamp);
    },
  );

  it.each(['', 'abc', 'Laptop01', 'a b c d', 'x'.repeat(33)])('has no device %j', (text) => {
    expect(() => deviceId(text)).toThrow(NotADevice);
  });

  it('sorts as text by the moment it was made', () => {
    fc.assert(
      fc.property(moment, moment, device, device, (a, b, one, other) => {
        fc.pre(a !== b);
        expect(nextStamp(null, a, one) < nextStamp(null, b, other)).toBe(a < b);
      }),
    );
  });
});

describe('the clock', () => {
  it('goes on when the wall clock is turned back, and within one millisecond', () => {
    const first = nextStamp(null, noon, laptop);
    const second = nextStamp(first, noon, laptop);
    const third = nextStamp(second, epochMs(noon - 86_400_000), laptop);
    expect([third, first, second].sort()).toEqual([first, second, third]);
    expect(readStamp(third)).toMatchObject({ wall: noon, counter: 2 });
  });

  it('goes to the next millisecond when one is full', () => {
    const full = stamp(`${noon.toString(36).padStart(11, '0')}.zzzz.laptop01`);
    expect(readStamp(nextStamp(full, noon, laptop))).toMatchObject({ wall: noon + 1, counter: 0 });
  });

  it('always goes up, whatever the wall clock does and whatever was seen', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(moment, fc.option(moment)), { minLength: 1 }), (steps) => {
        let last: Stamp | null = null;
        for (const [now, other] of steps) {
          const seen = other === null ? null : nextStamp(null, other, phone);
          const next: Stamp = nextStamp(last, now, laptop, seen);
          if (last !== null) expect(next > last).toBe(true);
          if (seen !== null) expect(next > seen).toBe(true);
          last = next;
        }
      }),
    );
  });

  it('follows other devices in any order, but not one that is years ahead', () => {
    const ahead = nextStamp(null, epochMs(noon + MOST_SKEW_MS), phone);
    const wrong = nextStamp(null, epochMs(noon + MOST_SKEW_MS + 1), phone);
    expect(isFromFuture(ahead, noon)).toBe(false);
    expect(receiveStamp(null, ahead, noon)).toBe(ahead);
    expect(isFromFuture(wrong, noon)).toBe(true);
    expect(receiveStamp(null, wrong, noon)).toBeNull();
    const own = nextStamp(null, noon, laptop);
    expect(receiveStamp(own, wrong, noon)).toBe(own);
    expect(receiveStamp(own, ahead, noon)).toBe(laterStamp(own, ahead));
    expect(receiveStamp(ahead, own, noon)).toBe(ahead);
  });

  it('lets a change win over what it replaces, also over a stamp from the future', () => {
    const wrong = nextStamp(null, epochMs(noon + 10 * 365 * 86_400_000), phone);
    const own = nextStamp(null, noon, laptop);
    expect(nextStamp(own, noon, laptop, wrong) > wrong).toBe(true);
    expect(readStamp(nextStamp(own, noon, laptop)).wall).toBe(noon);
  });
});
