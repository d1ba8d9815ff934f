import * as z from 'zod/mini';
import { type GuardSettings, leastWaitSeconds, mostWaitSeconds } from '../core/guard.ts';
import { currencyCode } from '../core/money.ts';
import { scaleOf } from '../core/scaled.ts';

const currency = z.string().check(z.refine(isCurrency)).brand<'CurrencyCode'>();

function isCurrency(text: string): boolean {
  try {
    return currencyCode(text) === text;
  } catch {
    return false;
  }
}

const amount = z.int().check(z.nonnegative());

const measure = z.discriminatedUnion('in', [
  z.object({
    in: z.literal('money'),
    money: z
      .object({ currency, amount, scale: z.int() })
      .check(z.refine(({ currency: code, scale }) => scale === scaleOf(code))),
  }),
  z.object({ in: z.literal('units'), unit: z.enum(['tiktok:coin']), units: amount }),
]);

/** What the user set of the guard, as settings hold it. */
export const guardSchema: z.ZodMiniType<GuardSettings> = z.object({
  on: z.boolean(),
  largest: z.nullable(measure),
  waitSeconds: z.int().check(z.minimum(leastWaitSeconds), z.maximum(mostWaitSeconds)),
  coolOffUntil: z.nullable(
    z.int().check(z.nonnegative(), z.maximum(8_640_000_000_000_000)).brand<'EpochMs'>(),
  ),
  budgets: z.union([z.literal('all'), z.array(z.string())]),
});
