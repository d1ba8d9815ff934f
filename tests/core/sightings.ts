import fc from 'fast-check';
import type { GiftSeen } from '../../utils/core/gift-event.ts';
import type { AccountId, EntryId, GiftId, RoomId } from '../../utils/core/ids.ts';
import { type EpochMs, epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';

/** The moment at which made-up streams begin: 2026-11-22 10:00 UTC. */
export const start: EpochMs = epochMs(Date.UTC(2026, 10, 22, 10));

/** An account id from text. */
export function account(id: string): AccountId {
  return id as AccountId;
}

/** A room id from text. */
export function room(id: string): RoomId {
  return id as RoomId;
}

/** One sighting of a gift, with what matters to a test set. */
export function sighting(part: Partial<GiftSeen> = {}): GiftSeen {
  return {
    type: 'gift',
    kind: 'gift',
    platform: 'tiktok',
    key: 'tiktok:streak:7001:11:5655:1' as EntryId,
    room: room('7001'),
    at: start,
    sender: { id: account('11'), handle: 'kai.watches', name: 'Kai' },
    recipient: { id: account('99'), handle: 'mira.plays', name: 'Mira' },
    gift: { id: '5655' as GiftId, name: 'Rose', icon: '' },
    unit: 'tiktok:coin',
    unitPrice: units(1),
    count: 1,
    ended: false,
    added: units(1),
    evidence: 'page',
    ...part,
  };
}

/** A whole streak as TikTok sends it: increments that may skip counts, then the end frame, which adds nothing. */
export const streak: fc.Arbitrary<GiftSeen[]> = fc
  .record({
    steps: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }),
    price: fc.constantFrom(1, 5, 99, 29_999),
    ends: fc.boolean(),
    sent: fc.boolean(),
    start: fc.integer({ min: 0, max: 100_000 }),
    sender: fc.constantFrom('11', '12'),
  })
  .map(({ steps, price, ends, sent, start: offset, sender }) => {
    const key = `tiktok:streak:7001:${sender}:5655:${offset}` as EntryId;
    const by = { id: account(sender), handle: `u${sender}`, name: `U${sender}` };
    const base = { key, sender: by, unitPrice: units(price) };
    let count = 0;
    const ticks = steps.map((step, index) => {
      count += step;
      return sighting({
        ...base,
        count,
        added: units(step * price),
        at: epochMs(start + offset + index * 700),
      });
    });
    const end = sighting({
      ...base,
      count,
      added: units(0),
      ended: true,
      at: epochMs(start + offset + 20_000),
    });
    const answer = sighting({ ...base, count, added: null, unitPrice: null, evidence: 'send' });
    return [...ticks, ...(ends ? [end] : []), ...(sent ? [answer] : [])];
  });

/** The same items in any order, each any number of times but at least once. */
export function shuffledRepeats<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc
    .array(fc.constantFrom(...items), { maxLength: items.length * 2 })
    .chain((more) =>
      fc.shuffledSubarray([...items, ...more], { minLength: items.length + more.length }),
    );
}
