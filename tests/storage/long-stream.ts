import type { CaptureEvent, GiftSeen, Person, RoomSeen } from '../../utils/core/gift-event.ts';
import type { EntryId, GiftId } from '../../utils/core/ids.ts';
import { type EpochMs, epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { account, room, sighting, start } from '../core/sightings.ts';

/** The user, whose stream it is. */
export const host: Person = { id: account('99'), handle: 'mira.plays', name: 'Mira' };

/** One payment as this simulation makes it: the truth that numbers are held against. */
export interface Given {
  readonly key: EntryId;
  readonly kind: GiftSeen['kind'];
  readonly room: string;
  readonly person: string;
  readonly gift: string;
  readonly price: number;
  readonly count: number;
  readonly at: number;
}

/** Coins of each gift by id. */
const prices: Readonly<Record<string, number>> = {
  '5655': 1,
  '6104': 99,
  '5879': 30,
  '11046': 1000,
};

const PEOPLE = 60;
const HOURS = 3;

/** Whole numbers below `below`, always the same ones. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The rooms of the stream: it broke off after two hours and began again six minutes later. */
const rooms = [
  { id: '7001', from: 0, to: 120 },
  { id: '7002', from: 126, to: HOURS * 60 },
] as const;

/** Minutes in which nothing was seen: the tab was reloaded. */
export const unseen: readonly number[] = [60, 61];

/**
 * How many payments tests go through: some, or as many as `LONG_STREAM` says. 216000 are twenty a second, as
 * `npm run test:faults` has them, and take minutes.
 */
export const payments = Number(process.env.LONG_STREAM ?? 1_000);

/** The payments of three hours, by people who rename themselves in the middle of it. */
export function givenGifts(count: number, seed = 7): readonly Given[] {
  const roll = dice(seed);
  const ids = Object.keys(prices);
  return Array.from({ length: count }, (_, n): Given => {
    const minute = Math.floor((n * HOURS * 60) / count);
    const on = minute < 120 ? rooms[0] : rooms[1];
    const at = start + Math.max(minute, on.from) * 60_000 + roll(60_000);
    const gift = ids[roll(10) === 0 ? roll(4) : roll(2)] ?? '5655';
    // Later streams have people of their own.
    const person = String(1_000 + roll(minute < 120 ? PEOPLE : PEOPLE + 20));
    const special = roll(200);
    const kind = special === 0 ? 'chest' : special === 1 ? 'subscription' : 'gift';
    const price = kind === 'chest' ? 500 : kind === 'subscription' ? 0 : (prices[gift] ?? 0);
    const streak = kind === 'gift' && price < 1000 ? 1 + roll(12) : 1;
    const key = `tiktok:${kind}:${on.id}:${person}:${n}` as EntryId;
    return { key, kind, room: on.id, person, gift, price, count: streak, at };
  });
}

/** How often a payment is told: a streak tick by tick, its end sometimes not at all. */
export function sightingsOf(one: Given, index: number): readonly GiftSeen[] {
  const name = one.at < start + 90 * 60_000 ? `early ${one.person}` : `late ${one.person}`;
  const isGift = one.kind === 'gift';
  const base = {
    key: one.key,
    kind: one.kind,
    room: room(one.room),
    sender: { id: account(one.person), handle: name, name },
    recipient: null,
    gift: isGift ? { id: one.gift as GiftId, name: one.gift, icon: '' } : null,
    unit: one.kind === 'subscription' ? null : ('tiktok:coin' as const),
    unitPrice: one.kind === 'subscription' ? null : units(one.price),
    added: null,
  };
  const ticks = [1, Math.ceil(one.count / 2), one.count].filter(
    (n, at, all) => all.indexOf(n) === at,
  );
  const told = ticks.map((count, tick) =>
    sighting({ ...base, count, at: epochMs(one.at + tick * 400), ended: !isGift }),
  );
  const end = sighting({ ...base, count: one.count, at: epochMs(one.at + 5_000), ended: true });
  return index % 9 === 0 ? told : [...told, end];
}

/**
 * What capture tells of it, in batches of a minute: with ticks that overtake each other, a reload after which the last
 * minutes are told again, and a stream that breaks off and begins again in another room.
 */
export function toldOf(given: readonly Given[]): readonly (readonly CaptureEvent[])[] {
  const byMinute = Map.groupBy(
    given.flatMap((one, index) => sightingsOf(one, index)),
    ({ at }) => Math.floor((at - start) / 60_000),
  );
  const batches: CaptureEvent[][] = [
    [{ type: 'account', platform: 'tiktok', me: host }, roomSeen('7001', start)],
  ];
  for (let minute = 0; minute <= HOURS * 60; minute += 1) {
    const at: EpochMs = epochMs(start + minute * 60_000);
    const on = rooms.find(({ from, to }) => minute >= from && minute < to);
    const gifts = byMinute.get(minute) ?? [];
    const batch: CaptureEvent[] = minute % 4 === 0 ? gifts.toReversed() : [...gifts];
    if (minute === 126) batch.unshift(roomSeen('7002', at));
    if (minute === HOURS * 60) batch.push({ ...roomSeen('7002', at), ended: true });
    if (on !== undefined && !unseen.includes(minute)) {
      batch.push({ type: 'watch', platform: 'tiktok', room: room(on.id), at });
    }
    if (minute === 62) batch.unshift(roomSeen('7001', at), ...batches.slice(-4).flat());
    batches.push(batch);
  }
  return batches;
}

/** The page of a room, opened. */
export function roomSeen(id: string, at: EpochMs): RoomSeen {
  return {
    type: 'room',
    platform: 'tiktok',
    room: room(id),
    at,
    host,
    title: `Part ${id}`,
    ended: false,
    current: true,
  };
}
