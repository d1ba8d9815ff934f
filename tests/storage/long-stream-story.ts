/**
 * The long stream with what a creator set up before it: somebody gave in an earlier one, alerts and goals are switched
 * on, there are sudden spikes, and the user corrects some of it afterwards. What must come of it is worked out here by
 * plain arithmetic, with none of the ledger's rules.
 */
import type { CreatorAlert, CreatorAlertRules } from '../../utils/core/creator-alerts.ts';
import type { CaptureEvent } from '../../utils/core/gift-event.ts';
import type { Goal, GoalId, GoalMeasure, GoalPeriod } from '../../utils/core/goal.ts';
import type { EntryId, GiftId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { start } from '../core/sightings.ts';
import { type Given, givenGifts, host, payments, roomSeen, sightingsOf } from './long-stream.ts';

const MINUTE = 60_000;

/** The stream of twenty days before. */
export const earlierRoom = '6999';
const earlierStart = epochMs(start - 20 * 86_400_000);
const earlierDay = '2026-11-02';
export const streamDay = '2026-11-22';

/** Ten of those who give in the long stream, and five who do not. */
const earlierGifts: readonly Given[] = Array.from({ length: 15 }, (_, n) => {
  const person = String(n < 10 ? 1_000 + n * 3 : 2_000 + n);
  return {
    key: `tiktok:gift:${earlierRoom}:${person}:${n}` as EntryId,
    kind: 'gift',
    room: earlierRoom,
    person,
    gift: '5879',
    price: 30,
    count: 1 + n,
    at: earlierStart + n * 1_000,
  };
});

const streamGifts = givenGifts(payments);

/** What a minute brings at most without the spikes. */
const mostCoins = Math.max(
  ...Object.values(
    sumsBy(streamGifts.filter(isGift), ({ at }) => String(Math.floor((at - start) / MINUTE))),
  ).map(([coins]) => coins),
);

/** Sudden large gifts: the second is within five minutes of the first, and so of the same spike. */
const spikes: readonly Given[] = [90, 93, 150].map((minute) => {
  const room = minute < 120 ? '7001' : '7002';
  return {
    key: `tiktok:gift:${room}:1000:spike-${minute}` as EntryId,
    kind: 'gift',
    room,
    person: '1000',
    gift: '8000',
    price: mostCoins * 3,
    count: 1,
    at: start + minute * MINUTE + 30_000,
  };
});

/** Everything that is given in the long stream, and all with the earlier one. */
export const inStream: readonly Given[] = [...streamGifts, ...spikes];
export const given: readonly Given[] = [...earlierGifts, ...inStream];

/** What capture tells of the earlier stream. */
export const toldEarlier: readonly CaptureEvent[] = [
  { type: 'account', platform: 'tiktok', me: host },
  roomSeen(earlierRoom, earlierStart),
  ...earlierGifts.flatMap((one) => sightingsOf(one, 1)),
  { ...roomSeen(earlierRoom, epochMs(earlierStart + MINUTE)), ended: true },
];

function isGift({ kind }: Given): boolean {
  return kind === 'gift';
}

/** Coins and pieces of payments by some key. */
export function sumsBy(
  all: readonly (Given & { readonly coins?: number })[],
  keyOf: (one: Given) => string,
): Record<string, [coins: number, gifts: number]> {
  const sums: Record<string, [number, number]> = {};
  for (const one of all) {
    const [coins, gifts] = sums[keyOf(one)] ?? [0, 0];
    sums[keyOf(one)] = [coins + (one.coins ?? one.price * one.count), gifts + one.count];
  }
  return sums;
}

const coinsOf = (all: readonly Given[]) =>
  all.reduce((sum, { price, count }) => sum + price * count, 0);
const piecesOf = (all: readonly Given[]) => all.reduce((sum, { count }) => sum + count, 0);
const peopleOf = (all: readonly Given[]) => new Set(all.map(({ person }) => person));

// What the user says of some afterwards: nothing of the first ones counts, another amount of others.

export const voided = new Set(
  given.filter((one, n) => isGift(one) && (n % 97 === 0 || one.price === 1000)),
);
export const corrected = new Set(given.filter((one, n) => isGift(one) && n % 97 === 1));
/** Coins that the user says instead. */
export const CORRECTED_COINS = 7;

/** Gifts as they count after that, of the long stream alone and of all. */
export const countingAll: readonly (Given & { readonly coins: number })[] = given
  .filter((one) => isGift(one) && !voided.has(one))
  .map((one) => ({ ...one, coins: corrected.has(one) ? CORRECTED_COINS : one.price * one.count }));
export const counting = countingAll.filter(({ room }) => room !== earlierRoom);

// Alerts: told while it goes on, so of what was given and not of what was corrected afterwards.

const BIG = 1_000;
export const rules: CreatorAlertRules = {
  bigGift: { least: { units: { 'tiktok:coin': units(BIG) }, money: null } },
  firstGift: true,
  returning: { afterDays: 14 },
  spike: { times: 3, least: { units: { 'tiktok:coin': units(mostCoins * 2) }, money: null } },
};

/** An alert in the words of {@link alertsDue}. */
export function alertInWords(alert: CreatorAlert): string {
  switch (alert.kind) {
    case 'big-gift':
      return `big ${alert.entry}`;
    case 'first-gift':
      return `first of ${alert.person}`;
    case 'returning':
      return `${alert.person} after ${alert.days} days`;
    case 'spike':
      return `spike in minute ${alert.minute - start / MINUTE}`;
    case 'goal':
      return `goal ${alert.goal.id}`;
  }
}

const before = peopleOf(earlierGifts);
const during = peopleOf(inStream.filter(isGift));

/** Everything that is to be told, each once. */
export const alertsDue: readonly string[] = [
  ...given
    .filter((one) => isGift(one) && one.price * one.count >= BIG)
    .map(({ key }) => `big ${key}`),
  ...before
    .union(during)
    .keys()
    .map((person) => `first of ${person}`),
  ...before
    .intersection(during)
    .keys()
    .map((person) => `${person} after 20 days`),
  'spike in minute 90',
  'spike in minute 150',
  ...[
    'stream-coins',
    'stream-gifters',
    'day-coins',
    'week-gift',
    'month-gifts',
    'stream-money',
  ].map((id) => `goal ${id}`),
];

// Goals, each with what must have been reached in the end, after the corrections.

interface Wanted {
  readonly goal: Goal;
  readonly reached: number;
}

function want(id: string, period: GoalPeriod, wanted: GoalMeasure, reached: number): Wanted {
  return { goal: { id: id as GoalId, name: '', period, wanted }, reached };
}

const gifts = inStream.filter(isGift);
const coins = coinsOf(gifts);
const roses = '6104' as GiftId;
const rosesOf = (all: readonly Given[]) => piecesOf(all.filter(({ gift }) => gift === roses));
const countingCoins = counting.reduce((sum, one) => sum + one.coins, 0);
const allPieces = piecesOf([...earlierGifts, ...gifts]);
/** A coin is worth 0.4 cents at the least. */
const centsOf = (of: number) => Math.floor((of * 4) / 10);
const inCoins = (of: number) => ({ of: 'units', unit: 'tiktok:coin', units: units(of) }) as const;
const stream = { type: 'stream' } as const;
const week = { type: 'week', firstWeekday: 1 } as const;
const month = { type: 'month', firstDay: 1, weekend: 'same' } as const;

export const goals: readonly Wanted[] = [
  want('stream-coins', stream, inCoins(Math.floor(coins * 0.9)), countingCoins),
  want('stream-gifters', stream, { of: 'gifters', count: during.size }, peopleOf(counting).size),
  want('day-coins', { type: 'day' }, inCoins(Math.floor(coins / 2)), countingCoins),
  want(
    'week-gift',
    week,
    { of: 'gift', platform: 'tiktok', gift: roses, count: rosesOf(gifts) },
    rosesOf(counting),
  ),
  want('month-gifts', month, { of: 'gifts', count: allPieces }, piecesOf(countingAll)),
  want(
    'stream-money',
    stream,
    { of: 'money', price: { currency: currencyCode('USD'), minor: centsOf(coins * 0.95) } },
    centsOf(countingCoins),
  ),
  want('never', { type: 'day' }, inCoins(coins + 1), countingCoins),
];

/** Each day on which something came in, with it. */
export const byDay = sumsBy(countingAll, ({ room }) =>
  room === earlierRoom ? earlierDay : streamDay,
);
