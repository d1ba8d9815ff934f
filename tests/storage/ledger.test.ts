import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CaptureEvent, GiftSeen, RoomSeen } from '../../utils/core/gift-event.ts';
import type { EntryId, GiftId } from '../../utils/core/ids.ts';
import { type EpochMs, epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { forgetStale } from '../../utils/storage/housekeeping.ts';
import { closeQuiet, type LedgerContext, recordEvents } from '../../utils/storage/ledger.ts';
import { recount } from '../../utils/storage/totals.ts';
import { account, room, shuffledRepeats, sighting, start, streak } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';

const me = { id: account('11'), handle: 'kai.watches', name: 'Kai' };
const mira = { id: account('99'), handle: 'mira.plays', name: 'Mira' };
const loggedIn: CaptureEvent = { type: 'account', platform: 'tiktok', me };
const loggedOut: CaptureEvent = { type: 'account', platform: 'tiktok', me: null };

function roomSeen(part: Partial<RoomSeen> = {}): RoomSeen {
  return {
    type: 'room',
    platform: 'tiktok',
    room: room('7001'),
    at: start,
    host: mira,
    title: 'Evening',
    ended: false,
    current: true,
    ...part,
  };
}

function context(now: EpochMs = start): LedgerContext {
  return { now, ...listedCosts, cataloguePrice: () => null };
}

let database: LedgerDatabase;
let databases = 0;

function freshDatabase(): LedgerDatabase {
  databases += 1;
  return new LedgerDatabase(`test-${databases}`);
}

beforeEach(() => {
  database = freshDatabase();
});

const record = (events: readonly CaptureEvent[], now: EpochMs = start) =>
  recordEvents(database, events, context(now));

async function totals(from: LedgerDatabase) {
  const [day, month, session, gifter, hour] = await Promise.all([
    from.dayTotals.toArray(),
    from.monthTotals.toArray(),
    from.sessionTotals.toArray(),
    from.gifterTotals.toArray(),
    from.hourTotals.toArray(),
  ]);
  return { day, month, session, gifter, hour };
}

async function facts(from: LedgerDatabase) {
  const entries = await from.entries.toArray();
  return entries.map(({ openSince: _openSince, ...entry }) => entry);
}

describe('a gift of mine', () => {
  it('is one entry, and one in the totals of its day and stream', async () => {
    await record([loggedIn, roomSeen(), sighting({ count: 3, added: units(3) })]);
    expect(await facts(database)).toMatchObject([
      { direction: 'sent', count: 3, creator: '99', session: 'tiktok:7001', day: '2026-11-22' },
    ]);
    expect(await totals(database)).toMatchObject({
      day: [{ day: '2026-11-22', creator: '99', direction: 'sent', units: 3, entries: 1 }],
      session: [{ session: 'tiktok:7001', direction: 'sent', units: 3 }],
      gifter: [],
      hour: [{ month: '2026-11', slot: '7-10', direction: 'sent', units: 3 }],
    });
  });

  it('is nothing new when it is recorded again', async () => {
    const events = [loggedIn, roomSeen(), sighting({ count: 3 })];
    await record(events);
    const before = await totals(database);
    expect(await record(events)).toEqual([]);
    expect(await totals(database)).toEqual(before);
  });

  it('moves its totals along when its streak grows', async () => {
    await record([loggedIn, sighting({ count: 3 })]);
    await record([sighting({ count: 10 }), sighting({ count: 7 })]);
    expect((await totals(database)).day).toMatchObject([{ units: 10, gifts: 10, entries: 1 }]);
  });

  it('moves to the day on which it began when an earlier sighting comes late', async () => {
    const midnight = Date.UTC(2026, 10, 23);
    await record([loggedIn, sighting({ count: 5, at: epochMs(midnight + 1000) })]);
    await record([sighting({ count: 2, at: epochMs(midnight - 1000) })]);
    expect((await totals(database)).day).toMatchObject([{ day: '2026-11-22', units: 5 }]);
  });

  it('has the price of the page’s gift list while no message says one', async () => {
    const sent = sighting({ unitPrice: null, added: null, evidence: 'send', count: 2 });
    await record([loggedIn, sent]);
    expect((await totals(database)).day).toMatchObject([{ units: 0, unpriced: 1, unit: 'none' }]);
    await record([
      {
        type: 'prices',
        platform: 'tiktok',
        unit: 'tiktok:coin',
        gifts: [{ id: '5655' as GiftId, name: 'Rose', price: units(4), icon: '' }],
      },
    ]);
    expect((await totals(database)).day).toMatchObject([{ units: 8, unpriced: 0 }]);
    await record([sighting({ unitPrice: units(1), count: 2, added: null })]);
    expect((await totals(database)).day).toMatchObject([{ units: 2, unpriced: 0 }]);
  });

  it('learns its creator when the stream’s host becomes known', async () => {
    await record([loggedIn, sighting({ recipient: null })]);
    expect((await totals(database)).day).toMatchObject([{ creator: '' }]);
    await record([roomSeen()]);
    expect((await totals(database)).day).toMatchObject([{ creator: '99', entries: 1 }]);
  });
});

describe('gifts of others', () => {
  const theirs = sighting({ sender: { id: account('55'), handle: 'noor', name: 'Noor' } });

  it('are not kept for a viewer', async () => {
    await record([loggedIn, roomSeen(), theirs]);
    expect(await database.entries.count()).toBe(0);
    expect(await database.undecided.count()).toBe(0);
    expect(await database.people.get(['tiktok', account('55')])).toBeUndefined();
  });

  it('are kept when they come in on my own stream', async () => {
    await record([{ type: 'account', platform: 'tiktok', me: mira }, roomSeen(), theirs]);
    expect(await totals(database)).toMatchObject({
      day: [{ direction: 'received', creator: '99', units: 1 }],
      gifter: [{ person: '55', units: 1 }],
    });
  });

  it('to a guest of my own stream are the guest’s', async () => {
    const guest = { id: account('77'), handle: 'guest', name: 'Guest' };
    await record([
      { type: 'account', platform: 'tiktok', me: mira },
      roomSeen(),
      sighting({ sender: theirs.sender, recipient: guest }),
    ]);
    expect(await database.entries.count()).toBe(0);
  });

  it('are not kept where nobody is logged in', async () => {
    await record([loggedOut, theirs]);
    expect(await database.entries.count()).toBe(0);
    expect(await database.undecided.count()).toBe(0);
  });
});

describe('gifts seen before it is known who is logged in', () => {
  it('are judged when it becomes known, and the others forgotten', async () => {
    const other = sighting({
      key: 'tiktok:gift:7001:5' as EntryId,
      sender: { id: account('55'), handle: 'noor', name: 'Noor' },
    });
    await record([sighting({ count: 2 }), other]);
    expect(await database.entries.count()).toBe(0);
    expect(await database.undecided.count()).toBe(2);
    await record([sighting({ count: 4 })]);
    await record([loggedIn]);
    expect(await facts(database)).toMatchObject([{ direction: 'sent', count: 4 }]);
    expect(await database.undecided.count()).toBe(0);
  });

  it('are filed under their stream’s host, with the names that were seen', async () => {
    const gifter = { id: account('55'), handle: 'noor.live', name: 'Noor' };
    await record([roomSeen(), sighting({ sender: gifter, recipient: null })]);
    await record([{ type: 'account', platform: 'tiktok', me: mira }]);
    expect(await facts(database)).toMatchObject([{ direction: 'received', creator: '99' }]);
    expect(await database.people.get(['tiktok', gifter.id])).toMatchObject({ name: 'Noor' });
    const renamed = { ...gifter, handle: 'noor.again' };
    await record([
      sighting({ sender: renamed, recipient: null, count: 2, at: epochMs(start + 1) }),
    ]);
    expect(await database.people.get(['tiktok', gifter.id])).toMatchObject({
      handle: 'noor.again',
      past: [{ handle: 'noor.live', name: 'Noor' }],
    });
  });

  it('are forgotten after a day', async () => {
    await record([sighting(), roomSeen()]);
    await forgetStale(database, epochMs(start + 25 * 3_600_000));
    expect(await database.undecided.count()).toBe(0);
    expect(await database.sessions.count()).toBe(0);
  });
});

describe('a streak without an end', () => {
  it('is closed by quiet as unconfirmed, and raised by a later frame', async () => {
    await record([loggedIn, sighting({ count: 2 })]);
    expect(await closeQuiet(database, epochMs(start + 9_000))).toBe(1);
    expect(await closeQuiet(database, epochMs(start + 10_000))).toBe(0);
    expect((await database.entries.toArray())[0]).not.toHaveProperty('openSince');
    await record([sighting({ count: 2 })], epochMs(start + 11_000));
    expect((await database.entries.toArray())[0]).not.toHaveProperty('openSince');
    await record([sighting({ count: 6 })], epochMs(start + 12_000));
    expect(await database.entries.toArray()).toMatchObject([
      { count: 6, openSince: start + 12_000 },
    ]);
  });

  it('is closed when the clock was turned back', async () => {
    await record([loggedIn, sighting({ count: 2 })]);
    expect(await closeQuiet(database, epochMs(start - 86_400_000))).toBe(0);
  });
});

describe('totals', () => {
  const anyGift = fc.oneof(
    streak,
    fc
      .record({
        id: fc.integer({ min: 1, max: 6 }),
        price: fc.option(fc.constantFrom(1, 100, 29_999)),
        kind: fc.constantFrom<GiftSeen['kind']>('gift', 'chest', 'subscription'),
        stream: fc.constantFrom('7001', '7002'),
        sender: fc.constantFrom('11', '12', '99'),
      })
      .map(({ id, price, kind, stream, sender }) => [
        sighting({
          key: `tiktok:gift:${stream}:${id}${sender}${kind}${price}` as EntryId,
          kind,
          room: room(stream),
          sender: { id: account(sender), handle: '', name: '' },
          recipient: null,
          unitPrice: price === null ? null : units(price),
          added: null,
          ended: true,
        }),
      ]),
  );
  const happenings = fc
    .array(
      fc.oneof(
        anyGift,
        fc.constant<CaptureEvent[]>([loggedIn]),
        fc.constant<CaptureEvent[]>([{ type: 'account', platform: 'tiktok', me: mira }]),
        fc.constant<CaptureEvent[]>([roomSeen()]),
        fc.constant<CaptureEvent[]>([roomSeen({ room: room('7002'), host: me })]),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.flat());

  it('equal a recount after any sequence of events', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (events) => {
        database = freshDatabase();
        for (const event of events) await record([event]);
        const stored = await totals(database);
        await recount(database);
        expect(await totals(database)).toEqual(stored);
      }),
      { numRuns: 40 },
    );
  });

  it('are the same in whatever order and batches the events come', async () => {
    const known = [loggedIn, roomSeen(), roomSeen({ room: room('7002'), host: mira })];
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(anyGift, { minLength: 1, maxLength: 4 })
          .map((parts) => parts.flat())
          .chain((events) =>
            fc.tuple(fc.constant(events), shuffledRepeats(events), fc.integer({ min: 1, max: 7 })),
          ),
        async ([events, again, size]) => {
          database = freshDatabase();
          await record([...known, ...events]);
          const expected = { entries: await facts(database), totals: await totals(database) };
          database = freshDatabase();
          await record(known);
          for (let index = 0; index < again.length; index += size) {
            await record(again.slice(index, index + size));
          }
          expect({ entries: await facts(database), totals: await totals(database) }).toEqual(
            expected,
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
