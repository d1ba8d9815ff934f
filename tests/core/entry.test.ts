import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addedAmount,
  amountOf,
  type Entry,
  entryOf,
  mergeEntries,
} from '../../utils/core/entry.ts';
import type { GiftSeen } from '../../utils/core/gift-event.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { units } from '../../utils/core/units.ts';
import { shuffledRepeats, sighting, streak } from './sightings.ts';

function merged(sightings: readonly GiftSeen[]): Entry {
  const [first, ...rest] = sightings.map(entryOf);
  if (first === undefined) throw new Error('no sightings');
  return rest.reduce(mergeEntries, first);
}

describe('a streak', () => {
  it('is one entry with its highest count, whatever counts were skipped', () => {
    const counts = [1, 3, 5, 7, 9, 10];
    const ticks = counts.map((count) => sighting({ count, added: null }));
    const entry = merged([...ticks, sighting({ count: 10, ended: true, added: units(0) })]);
    expect(entry).toMatchObject({ count: 10, ended: true });
    expect(amountOf(entry)).toBe(10);
  });

  it('joined in its middle counts in full, and says how much of it was seen', () => {
    const entry = merged([4, 5, 6, 7, 8].map((count) => sighting({ count, added: units(1) })));
    expect(amountOf(entry)).toBe(8);
    expect(addedAmount(entry)).toBe(5);
  });

  it('never loses to a late lower count', () => {
    const entry = merged([sighting({ count: 9 }), sighting({ count: 2 })]);
    expect(entry.count).toBe(9);
  });
});

describe('sightings that contradict each other', () => {
  it('are recorded as disputed when more was added than the count can hold', () => {
    expect(entryOf(sighting({ count: 2, added: units(3) })).disputed).toBe(true);
    expect(entryOf(sighting({ count: 2, added: units(2) })).disputed).toBe(false);
  });

  it('are recorded as disputed when prices differ', () => {
    const entry = merged([sighting({ unitPrice: units(1) }), sighting({ unitPrice: units(5) })]);
    expect(entry).toMatchObject({ disputed: true, unitPrice: 5 });
  });
});

describe('merging', () => {
  it('refuses two payments', () => {
    const one = entryOf(sighting());
    const other = entryOf(sighting({ key: 'tiktok:gift:7001:1' as EntryId }));
    expect(() => mergeEntries(one, other)).toThrow(RangeError);
  });

  it('gives the same entry in any order and with any repetition', () => {
    fc.assert(
      fc.property(
        streak.chain((events) => fc.tuple(fc.constant(events), shuffledRepeats(events))),
        ([events, again]) => {
          expect(merged(again)).toEqual(merged(events));
        },
      ),
    );
  });

  it('gives the same entry however the sightings are grouped', () => {
    fc.assert(
      fc.property(streak, fc.nat(), (events, seed) => {
        const cut = 1 + (seed % events.length);
        const left = merged(events.slice(0, cut));
        const right = events.slice(cut);
        const whole = right.length === 0 ? left : mergeEntries(left, merged(right));
        expect(whole).toEqual(merged(events));
      }),
    );
  });

  it('never lowers an amount when more is seen', () => {
    fc.assert(
      fc.property(streak, fc.nat(), (events, seed) => {
        const cut = 1 + (seed % events.length);
        const part = merged(events.slice(0, cut));
        expect(amountOf(merged(events)) ?? 0).toBeGreaterThanOrEqual(amountOf(part) ?? 0);
      }),
    );
  });

  it('adds up to what the messages say they added', () => {
    fc.assert(
      fc.property(streak, (events) => {
        const entry = merged(events);
        expect(addedAmount(entry)).toBe(amountOf(entry));
        expect(entry.disputed).toBe(false);
      }),
    );
  });
});
