import * as z from 'zod/mini';
import { longestBudgetName } from './budget.ts';
import { leastWaitSeconds, mostWaitSeconds } from './guard.ts';
import { platformIds } from './ids.ts';
import { currencyCode } from './money.ts';
import { epochMs } from './time.ts';
import { unitIds } from './units.ts';

/** How a stored or received budget and the guard's settings look; `checkBudget` says whether one can be. */

const id = z.string().check(z.minLength(1), z.maxLength(100));
const whole = z.int();
const platform = z.enum(platformIds);
/** A calendar day. */
export const day = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
  .brand<'Day'>();
const most = 1_000;

const inUnits = z.strictObject({
  in: z.literal('units'),
  unit: z.enum(unitIds),
  units: z.int().check(z.nonnegative()),
});

const measure = z.discriminatedUnion('in', [
  z.strictObject({
    in: z.literal('money'),
    money: z.strictObject({
      currency: z.pipe(z.string(), z.transform(currencyCode)),
      amount: z.int().check(z.nonnegative()),
      scale: z.int().check(z.nonnegative(), z.maximum(20)),
    }),
  }),
  inUnits,
]);

const period = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('stream') }),
  z.strictObject({ type: z.literal('day') }),
  z.strictObject({ type: z.literal('week'), firstWeekday: whole }),
  z.strictObject({
    type: z.literal('month'),
    firstDay: whole,
    weekend: z.enum(['before', 'after', 'same']),
  }),
  z.strictObject({ type: z.literal('year'), month: whole, firstDay: whole }),
  z.strictObject({ type: z.literal('custom'), first: day, last: day }),
  z.strictObject({ type: z.literal('rolling'), days: whole }),
]);

export const budgetSchema = z.strictObject({
  id: id.brand<'BudgetId'>(),
  name: z.string().check(z.maxLength(longestBudgetName)),
  scope: z.strictObject({
    platforms: z.nullable(z.array(platform).check(z.maxLength(most))),
    creators: z.nullable(
      z.array(z.strictObject({ platform, id: id.brand<'AccountId'>() })).check(z.maxLength(most)),
    ),
    kinds: z.nullable(z.array(z.enum(['gift', 'chest', 'subscription'])).check(z.maxLength(most))),
  }),
  period,
  limit: measure,
  rollover: z.strictObject({ left: z.boolean(), over: z.boolean() }),
  since: day,
  pausedUntil: z.nullable(day),
  alerts: z.strictObject({
    thresholds: z.array(whole).check(z.maxLength(20)),
    projected: z.boolean(),
    largeGift: z.nullable(measure),
    bought: z.nullable(inUnits),
    manyGifts: z.nullable(z.strictObject({ gifts: whole, minutes: whole })),
  }),
  lock: z.nullable(z.strictObject({ delayMs: whole })),
});

export const guardSchema = z.strictObject({
  on: z.boolean(),
  largest: z.nullable(measure),
  waitSeconds: z.int().check(z.minimum(leastWaitSeconds), z.maximum(mostWaitSeconds)),
  coolOffUntil: z.nullable(z.pipe(z.number(), z.transform(epochMs))),
  budgets: z.union([z.literal('all'), z.array(id).check(z.maxLength(most))]),
});
