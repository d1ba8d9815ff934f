import * as z from 'zod/mini';
import { stamp } from './logical-clock.ts';
import { currencyCode } from './money.ts';
import type { Operation } from './operation.ts';
import { checkPurchase, LONGEST_NOTE, MOST_UNITS_IN_ONE_PURCHASE } from './purchase.ts';
import { type EpochMs, epochMs } from './time.ts';
import { unitIds } from './units.ts';

/** Thrown for data that is no operation: stored by another version, damaged, or made up. */
export class NotAnOperation extends Error {
  override readonly name = 'NotAnOperation';
}

const id = z.string().check(z.minLength(1), z.maxLength(100));
const unit = z.enum(unitIds);
const note = z.string().check(z.maxLength(LONGEST_NOTE));
const units = z.int().check(z.positive(), z.maximum(MOST_UNITS_IN_ONE_PURCHASE)).brand<'Units'>();
const minor = z.int().check(z.nonnegative());
const currency = z.pipe(z.string(), z.transform(currencyCode));
const at = z.pipe(z.number(), z.transform(epochMs));

const purchase = z.strictObject({
  id: id.brand<'PurchaseId'>(),
  unit,
  units,
  price: z.strictObject({ currency, minor }),
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
    return read;
  } catch (error) {
    throw new NotAnOperation(error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}
