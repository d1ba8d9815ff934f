import fc from 'fast-check';
import {
  type Budget,
  type BudgetId,
  rollsOver,
  usualAlerts,
  wholeScope,
} from '../../utils/core/budget.ts';
import type { AddedEntry } from '../../utils/core/correction.ts';
import type { GoalId } from '../../utils/core/goal.ts';
import { freshGuard } from '../../utils/core/guard.ts';
import type { AccountId, EntryId } from '../../utils/core/ids.ts';
import { deviceId, nextStamp } from '../../utils/core/logical-clock.ts';
import { currencyCode, parseMoney } from '../../utils/core/money.ts';
import type {
  Adjustment,
  AdjustmentId,
  OfferId,
  Operation,
  OperationId,
  OwnWorth,
} from '../../utils/core/operation.ts';
import type { Payout, PayoutId } from '../../utils/core/payout.ts';
import type { Purchase, PurchaseId } from '../../utils/core/purchase.ts';
import { type Day, epochMs } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { start } from './sightings.ts';

/** A purchase of 17,500 coins for $185.50 on the web, with what matters to a test set. */
export function purchase(part: Partial<Purchase> = {}): Purchase {
  return {
    id: 'p1' as PurchaseId,
    unit: 'tiktok:coin',
    units: units(17_500),
    price: { currency: currencyCode('USD'), minor: 18_550 },
    channel: 'web',
    at: start,
    note: '',
    evidence: 'hand',
    orderId: '',
    ...part,
  };
}

/** A booking of coins sent on the phone. */
export function adjustment(part: Partial<Adjustment> = {}): Adjustment {
  return {
    id: 'a1' as AdjustmentId,
    kind: 'sent-elsewhere',
    unit: 'tiktok:coin',
    units: units(10),
    at: start,
    note: '',
    ...part,
  };
}

/** A payment of 10 coins entered by hand. */
export function addedEntry(part: Partial<AddedEntry> = {}): AddedEntry {
  return {
    id: 'hand-1' as EntryId,
    platform: 'tiktok',
    kind: 'gift',
    direction: 'sent',
    at: start,
    other: null,
    gift: null,
    giftName: 'Rose',
    unit: 'tiktok:coin',
    units: units(10),
    count: 1,
    note: '',
    ...part,
  };
}

/** $50 a calendar month for everything, with what matters to a test set. */
export function budget(part: Partial<Budget> = {}): Budget {
  return {
    id: 'b1' as BudgetId,
    name: '',
    scope: wholeScope,
    period: { type: 'month', firstDay: 1, weekend: 'same' },
    limit: { in: 'money', money: parseMoney('50', currencyCode('USD')) },
    rollover: { left: false, over: false },
    since: '2026-11-01' as Day,
    pausedUntil: null,
    alerts: usualAlerts,
    lock: null,
    ...part,
  };
}

/** A creator's worth of a coin: $4 to $6 for a thousand. */
export function ownWorth(part: Partial<OwnWorth> = {}): OwnWorth {
  return {
    unit: 'tiktok:coin',
    currency: currencyCode('USD'),
    units: units(1000),
    least: 400,
    most: 600,
    at: start,
    ...part,
  };
}

/** A payout of $412.50 for 91,200 coins. */
export function payout(part: Partial<Payout> = {}): Payout {
  return {
    id: 't1' as PayoutId,
    unit: 'tiktok:coin',
    units: units(91_200),
    price: { currency: currencyCode('USD'), minor: 41_250 },
    fees: 0,
    tax: 0,
    at: start,
    covers: null,
    note: '',
    ...part,
  };
}

/** What an operation says, without when it was made. */
export type Doing = Operation extends infer Each
  ? Each extends Operation
    ? Omit<Each, 'id' | 'stamp'>
    : never
  : never;

/** Operation number `index` of a ledger, made `index` minutes after the start. */
export function operation(index: number, doing: Doing, device = 'laptop01'): Operation {
  return {
    id: `o${index}` as OperationId,
    stamp: nextStamp(null, epochMs(start + index * 60_000), deviceId(device)),
    ...doing,
  } as Operation;
}

const minute = fc.integer({ min: 0, max: 30 }).map((n) => epochMs(start + n * 60_000));
const count = fc.integer({ min: 1, max: 5_000 }).map(units);
const price = fc.record({
  currency: fc.constantFrom('USD', 'JPY', 'KWD', 'IDR').map(currencyCode),
  minor: fc.integer({ min: 0, max: 10_000_000 }),
});

/** A purchase, one of six, at one of a few moments, in one of four currencies. */
export const anyPurchase: fc.Arbitrary<Purchase> = fc
  .record({
    id: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6').map((id) => id as PurchaseId),
    at: minute,
    units: count,
    price,
  })
  .map(purchase);

/** A booking, one of three. */
export const anyAdjustment: fc.Arbitrary<Adjustment> = fc
  .record({
    id: fc.constantFrom('a1', 'a2', 'a3').map((id) => id as AdjustmentId),
    kind: fc.constantFrom<Adjustment['kind']>('sent-elsewhere', 'bought-elsewhere'),
    at: minute,
    units: count,
  })
  .map(adjustment);

const anyEntry = fc.constantFrom('e1', 'e2').map((id) => id as EntryId);
const anyPerson = fc.constantFrom('21', '22', '23', '24').map((id) => id as AccountId);

/** One of four people on one platform merged with one on this or another, or separated from all. */
export const anyLink: fc.Arbitrary<Doing> = fc
  .record({
    platform: fc.constantFrom('tiktok', 'kick'),
    person: anyPerson,
    into: anyPerson,
    intoPlatform: fc.constantFrom('tiktok', 'kick', 'twitch'),
  })
  .map((link): Doing => ({ type: 'people-merged', ...link }));

/** A correction of one of two payments, a payment by hand, or a merge among four people. */
const anyCorrection: fc.Arbitrary<Doing> = fc.oneof(
  fc
    .tuple(anyEntry, fc.boolean())
    .map(([entry, voided]): Doing => ({ type: 'entry-voided', entry, voided })),
  fc
    .tuple(anyEntry, fc.option(count))
    .map(([entry, amount]): Doing => ({ type: 'entry-amount-set', entry, units: amount })),
  fc
    .tuple(anyEntry, fc.option(price))
    .map(([entry, paid]): Doing => ({ type: 'entry-price-set', entry, price: paid })),
  fc
    .tuple(anyEntry, fc.constantFrom('', 'for the raid'))
    .map(([entry, note]): Doing => ({ type: 'entry-noted', entry, note })),
  fc.tuple(fc.constantFrom('hand-1', 'hand-2'), count, minute).map(
    ([id, amount, at]): Doing => ({
      type: 'entry-added',
      added: addedEntry({ id: id as EntryId, units: amount, at }),
    }),
  ),
  fc
    .tuple(anyPerson, anyPerson)
    .map(([person, into]): Doing => ({ type: 'people-merged', platform: 'tiktok', person, into })),
  anyLink,
  fc
    .tuple(anyPerson, fc.constantFrom('', 'from Lisbon'))
    .map(([person, note]): Doing => ({ type: 'person-noted', platform: 'tiktok', person, note })),
  fc
    .tuple(anyPerson, fc.boolean())
    .map(
      ([person, hidden]): Doing => ({ type: 'person-hidden', platform: 'tiktok', person, hidden }),
    ),
  fc.tuple(anyPerson, fc.boolean()).map(
    ([person, followed]): Doing => ({
      type: 'creator-followed',
      platform: 'tiktok',
      person,
      followed,
    }),
  ),
  fc.tuple(anyPerson, fc.nat(3)).map(
    ([person, gifts]): Doing => ({
      type: 'person-thanked',
      platform: 'tiktok',
      person,
      session: 'tiktok:7001',
      gifts,
    }),
  ),
  fc.tuple(fc.constantFrom('a', 'b'), minute).map(
    ([letter, at]): Doing => ({
      type: 'person-forgotten',
      platform: 'tiktok',
      person: letter.repeat(64),
      at,
    }),
  ),
);

const anyDay = fc
  .integer({ min: 0, max: 2_000 })
  .map((days) => Temporal.PlainDate.from('2023-12-01').add({ days }).toString() as Day);

/** Any kind of period. */
export const anyPeriod: fc.Arbitrary<Budget['period']> = fc.oneof(
  fc.constant({ type: 'stream' } as const),
  fc.constant({ type: 'day' } as const),
  fc.integer({ min: 1, max: 7 }).map((firstWeekday) => ({ type: 'week', firstWeekday }) as const),
  fc
    .record({
      firstDay: fc.integer({ min: 1, max: 31 }),
      weekend: fc.constantFrom('before', 'after', 'same'),
    })
    .map((rest) => ({ type: 'month', ...rest }) as const),
  fc
    .record({ month: fc.integer({ min: 1, max: 12 }), firstDay: fc.integer({ min: 1, max: 31 }) })
    .map((rest) => ({ type: 'year', ...rest }) as const),
  fc
    .tuple(anyDay, anyDay)
    .map(([a, b]) => ({ type: 'custom', first: a < b ? a : b, last: a < b ? b : a }) as const),
  fc.integer({ min: 1, max: 90 }).map((days) => ({ type: 'rolling', days }) as const),
);

/** A limit in dollars or in coins. */
export const anyLimit: fc.Arbitrary<Budget['limit']> = fc
  .tuple(fc.boolean(), fc.integer({ min: 1, max: 500 }))
  .map(([money, n]) =>
    money
      ? { in: 'money', money: parseMoney(String(n), currencyCode('USD')) }
      : { in: 'units', unit: 'tiktok:coin', units: n * 100 },
  );

/** A budget, one of three, of any kind that can be. */
export const anyBudget: fc.Arbitrary<Budget> = fc
  .record({
    id: fc.constantFrom('b1', 'b2', 'b3').map((id) => id as BudgetId),
    period: anyPeriod,
    limit: anyLimit,
    pausedUntil: fc.option(anyDay),
    lock: fc.option(fc.constantFrom(3_600_000, 86_400_000).map((delayMs) => ({ delayMs }))),
    scope: fc.constantFrom(wholeScope, { ...wholeScope, kinds: ['gift', 'chest'] as const }),
    left: fc.boolean(),
    over: fc.boolean(),
  })
  .map(({ left, over, ...part }) =>
    budget({
      ...part,
      rollover: rollsOver(part.period) ? { left, over } : { left: false, over: false },
    }),
  );

const anyDoing = (index: number): fc.Arbitrary<Doing> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: anyPurchase.map((made): Doing => ({ type: 'purchase-set', purchase: made })),
    },
    anyPurchase.map(({ id }): Doing => ({ type: 'purchase-removed', purchase: id })),
    anyAdjustment.map((made): Doing => ({ type: 'adjustment-set', adjustment: made })),
    anyAdjustment.map(({ id }): Doing => ({ type: 'adjustment-removed', adjustment: id })),
    fc.record({ id: fc.constantFrom('f1', 'f2'), units: count }).map(
      ({ id, units: size }): Doing => ({
        type: 'offer-set',
        offer: {
          id: id as OfferId,
          unit: 'tiktok:coin',
          market: 'US',
          channel: 'web',
          currency: currencyCode('USD'),
          units: size,
          minor: 100,
          at: start,
        },
      }),
    ),
    fc.constant<Doing>({ type: 'offer-removed', offer: 'f1' as OfferId }),
    { weight: 6, arbitrary: anyCorrection },
    anyBudget.map((made): Doing => ({ type: 'budget-set', budget: made })),
    anyBudget.map(({ id }): Doing => ({ type: 'budget-removed', budget: id })),
    fc.boolean().map((on): Doing => ({ type: 'guard-set', guard: { ...freshGuard, on } })),
    fc
      .record({ least: fc.nat(400), at: minute })
      .map((part): Doing => ({ type: 'worth-set', worth: ownWorth(part) })),
    fc.constant<Doing>({ type: 'worth-removed', unit: 'tiktok:coin' }),
    fc
      .record({
        id: fc.constantFrom('t1', 't2').map((id) => id as PayoutId),
        units: count,
        price,
        at: minute,
      })
      .map((part): Doing => ({ type: 'payout-set', payout: payout(part) })),
    fc.record({ id: fc.constantFrom('g1', 'g2').map((id) => id as GoalId), count }).map(
      ({ id, count: many }): Doing => ({
        type: 'goal-set',
        goal: { id, name: '', period: { type: 'day' }, wanted: { of: 'gifts', count: many } },
      }),
    ),
    fc.constant<Doing>({ type: 'goal-removed', goal: 'g1' as GoalId }),
    fc.constant<Doing>({ type: 'payout-removed', payout: 't1' as PayoutId }),
    {
      weight: 3,
      arbitrary: fc
        .nat(index)
        .map((n): Doing => ({ type: 'undo', operation: `o${n}` as OperationId })),
    },
  );

/** What a user did over time on two devices: purchases, bookings, own prices, corrections, removals and undos of all. */
export const anyOperations: fc.Arbitrary<Operation[]> = fc
  .integer({ min: 1, max: 20 })
  .chain((length) =>
    fc.tuple(
      ...Array.from({ length }, (_, index) =>
        fc
          .tuple(anyDoing(index), fc.constantFrom('laptop01', 'phone001'))
          .map(([doing, device]) => operation(index, doing, device)),
      ),
    ),
  );
