import * as z from 'zod/mini';
import { checkBudget } from './budget.ts';
import { budgetSchema, day, guardSchema } from './budget-schema.ts';
import { checkAddedEntry, LONGEST_GIFT_NAME } from './correction.ts';
import { checkGoal } from './goal.ts';
import { platformIds } from './ids.ts';
import { stamp } from './logical-clock.ts';
import { currencyCode } from './money.ts';
import type { Operation } from './operation.ts';
import { moneyUnit } from './paid-money.ts';
import { checkPayout } from './payout.ts';
import { checkPurchase, LONGEST_NOTE, MOST_UNITS_IN_ONE_PURCHASE } from './purchase.ts';
import { moneyOfPrice } from './scaled.ts';
import { type EpochMs, epochMs } from './time.ts';
import { MOST_MINOR_IN_ONE_ENTRY, unitIds } from './units.ts';

/** Thrown for data that is no operation: stored by another version, damaged, or made up. */
export class NotAnOperation extends Error {
  override readonly name = 'NotAnOperation';
}

/** Keys name a room, people and a gift by 64-bit ids. */
const LONGEST_ENTRY_ID = 300;

const id = z.string().check(z.minLength(1), z.maxLength(100));
const unit = z.enum(unitIds);
const note = z.string().check(z.maxLength(LONGEST_NOTE));
const units = z.int().check(z.positive(), z.maximum(MOST_UNITS_IN_ONE_PURCHASE)).brand<'Units'>();
const minor = z.int().check(z.nonnegative());
const currency = z.pipe(z.string(), z.transform(currencyCode));
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const at = z.pipe(z.number(), z.transform(epochMs));

const price = z.strictObject({ currency, minor });
const platform = z.enum(platformIds);
const entry = z.string().check(z.minLength(1), z.maxLength(LONGEST_ENTRY_ID)).brand<'EntryId'>();
const account = id.brand<'AccountId'>();
const amount = z.int().check(z.nonnegative(), z.maximum(MOST_MINOR_IN_ONE_ENTRY)).brand<'Units'>();

const purchase = z.strictObject({
  id: id.brand<'PurchaseId'>(),
  unit,
  units,
  price,
  channel: z.enum(['web', 'ios', 'android', 'other']),
  at,
  note,
  evidence: z.enum(['hand', 'page']),
  orderId: z.string().check(z.maxLength(100)),
});

const offer = z.strictObject({
  id: id.brand<'OfferId'>(),
  unit,
  market: z.string().check(z.regex(/^[A-Z]{2}$/)),
  channel: z.enum(['web', 'app']),
  currency,
  units,
  minor: minor.check(z.positive()),
  at,
});

const adjustment = z.strictObject({
  id: id.brand<'AdjustmentId'>(),
  kind: z.enum(['sent-elsewhere', 'bought-elsewhere']),
  unit,
  units,
  at,
  note,
});

const inMoney = z.pipe(
  z.string().check(z.startsWith('money:')),
  z.transform((text) => moneyUnit(currencyCode(text.slice('money:'.length)))),
);

const added = z.strictObject({
  id: entry,
  platform,
  kind: z.enum(['gift', 'chest', 'subscription']),
  direction: z.enum(['sent', 'received']),
  at,
  other: z.nullable(account),
  gift: z.nullable(id.brand<'GiftId'>()),
  giftName: z.string().check(z.maxLength(LONGEST_GIFT_NAME)),
  unit: z.union([unit, inMoney]),
  units: amount,
  count: z.int().check(z.positive()),
  note,
});

const worth = z
  .strictObject({ unit, currency, units, least: minor, most: minor.check(z.positive()), at })
  .check(z.refine(({ least, most }) => least <= most));

const payout = z.strictObject({
  id: id.brand<'PayoutId'>(),
  unit,
  units,
  price,
  fees: minor,
  tax: minor,
  at,
  covers: z.nullable(z.strictObject({ first: day, last: day })),
  note,
});

const count = z.int().check(z.positive());

const goal = z.strictObject({
  id: id.brand<'GoalId'>(),
  name: z.string(),
  period: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('stream') }),
    z.strictObject({ type: z.literal('day') }),
    z.strictObject({ type: z.literal('week'), firstWeekday: z.int() }),
    z.strictObject({
      type: z.literal('month'),
      firstDay: z.int(),
      weekend: z.enum(['before', 'after', 'same']),
    }),
  ]),
  wanted: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('units'), unit, units }),
    z.strictObject({ of: z.literal('money'), price }),
    z.strictObject({ of: z.literal('gifts'), count }),
    z.strictObject({ of: z.literal('gifters'), count }),
    z.strictObject({ of: z.literal('gift'), platform, gift: id.brand<'GiftId'>(), count }),
  ]),
});

const made = {
  id: id.brand<'OperationId'>(),
  stamp: z.pipe(z.string(), z.transform(stamp)),
};

const operation = z.discriminatedUnion('type', [
  z.strictObject({ ...made, type: z.literal('purchase-set'), purchase }),
  z.strictObject({
    ...made,
    type: z.literal('purchase-removed'),
    purchase: id.brand<'PurchaseId'>(),
  }),
  z.strictObject({ ...made, type: z.literal('offer-set'), offer }),
  z.strictObject({
    ...made,
    type: z.literal('offer-removed'),
    offer: id.brand<'OfferId'>(),
  }),
  z.strictObject({ ...made, type: z.literal('adjustment-set'), adjustment }),
  z.strictObject({
    ...made,
    type: z.literal('adjustment-removed'),
    adjustment: id.brand<'AdjustmentId'>(),
  }),
  z.strictObject({ ...made, type: z.literal('entry-voided'), entry, voided: z.boolean() }),
  z.strictObject({
    ...made,
    type: z.literal('entry-amount-set'),
    entry,
    units: z.nullable(amount),
  }),
  z.strictObject({ ...made, type: z.literal('entry-price-set'), entry, price: z.nullable(price) }),
  z.strictObject({ ...made, type: z.literal('entry-noted'), entry, note }),
  z.strictObject({ ...made, type: z.literal('entry-added'), added }),
  z.strictObject({
    ...made,
    type: z.literal('people-merged'),
    platform,
    person: account,
    into: account,
    intoPlatform: z.exactOptional(platform),
  }),
  z.strictObject({ ...made, type: z.literal('person-forgotten'), platform, person: hash, at }),
  z.strictObject({ ...made, type: z.literal('person-noted'), platform, person: account, note }),
  z.strictObject({
    ...made,
    type: z.literal('person-hidden'),
    platform,
    person: account,
    hidden: z.boolean(),
  }),
  z.strictObject({
    ...made,
    type: z.literal('creator-followed'),
    platform,
    person: account,
    followed: z.boolean(),
  }),
  z.strictObject({ ...made, type: z.literal('budget-set'), budget: budgetSchema }),
  z.strictObject({ ...made, type: z.literal('budget-removed'), budget: id.brand<'BudgetId'>() }),
  z.strictObject({ ...made, type: z.literal('guard-set'), guard: guardSchema }),
  z.strictObject({
    ...made,
    type: z.literal('person-thanked'),
    platform,
    person: account,
    session: z.templateLiteral([platform, ':', z.string().check(z.maxLength(300))]),
    gifts: z.int().check(z.nonnegative()),
  }),
  z.strictObject({ ...made, type: z.literal('goal-set'), goal }),
  z.strictObject({ ...made, type: z.literal('goal-removed'), goal: id.brand<'GoalId'>() }),
  z.strictObject({ ...made, type: z.literal('payout-set'), payout }),
  z.strictObject({ ...made, type: z.literal('payout-removed'), payout: id.brand<'PayoutId'>() }),
  z.strictObject({ ...made, type: z.literal('worth-set'), worth }),
  z.strictObject({ ...made, type: z.literal('worth-removed'), unit }),
  z.strictObject({
    ...made,
    type: z.literal('undo'),
    operation: id.brand<'OperationId'>(),
  }),
]);

/**
 * Reads what a store, a file or another device says is an operation. Throws {@link NotAnOperation}, with what is wrong,
 * for anything that is not one, also for purchases that cannot have happened by `now`.
 */
export function readOperation(value: unknown, now: EpochMs): Operation {
  try {
    const read: Operation = z.parse(operation, value);
    if (read.type === 'purchase-set') checkPurchase(read.purchase, now);
    if (read.type === 'goal-set') checkGoal(read.goal);
    if (read.type === 'payout-set') checkPayout(read.payout, now);
    if (read.type === 'entry-added') checkAddedEntry(read.added, now);
    if (read.type === 'entry-price-set' && read.price !== null) moneyOfPrice(read.price);
    if (read.type === 'budget-set') checkBudget(read.budget);
    return read;
  } catch (error) {
    throw new NotAnOperation(error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}
