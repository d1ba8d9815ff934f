import * as z from 'zod/mini';
import type { CaptureEvent, GiftSeen } from '../core/gift-event.ts';
import { platformIds } from '../core/ids.ts';
import { currencyCode } from '../core/money.ts';
import { MOST_UNITS_IN_ONE_PURCHASE } from '../core/purchase.ts';
import {
  isOwnUnit,
  MOST_MINOR_IN_ONE_ENTRY,
  MOST_UNITS_IN_ONE_ENTRY,
  type MoneyUnit,
  unitIds,
} from '../core/units.ts';
import type { CaptureBatch, GuardNote, OverlayChange } from './protocol.ts';

// The extension's content security policy forbids the code that zod would otherwise generate.
z.config({ jitless: true });

/** The most events of one message: above what an outbox sends, below what could hold the worker up. */
const MOST_EVENTS = 2_000;
const MOST_LISTED_GIFTS = 5_000;

const id = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[\w.-]+$/));
const name = z.string().check(z.maxLength(120));
const address = z.string().check(z.maxLength(500));
const platform = z.enum(platformIds);
const unit = z.enum(unitIds);
const moment = z.int().check(z.nonnegative(), z.maximum(8_640_000_000_000_000)).brand<'EpochMs'>();
const amount = z.int().check(z.nonnegative(), z.maximum(MOST_UNITS_IN_ONE_ENTRY)).brand<'Units'>();
const minorAmount = z
  .int()
  .check(z.nonnegative(), z.maximum(MOST_MINOR_IN_ONE_ENTRY))
  .brand<'Units'>();
const moneyUnit = z.custom<MoneyUnit>(
  (value) => typeof value === 'string' && value.startsWith('money:') && isCurrency(value.slice(6)),
);
const account = id.brand<'AccountId'>();
const room = id.brand<'RoomId'>();
const giftId = id.brand<'GiftId'>();
const entryId = z
  .string()
  .check(z.minLength(1), z.maxLength(300), z.regex(/^[\w.:-]+$/))
  .brand<'EntryId'>();
const person = z.nullable(z.strictObject({ id: account, handle: name, name }));

const giftSeen = z.strictObject({
  type: z.literal('gift'),
  kind: z.enum(['gift', 'chest', 'subscription']),
  platform,
  key: entryId,
  room: z.union([room, z.literal('')]),
  at: moment,
  sender: person,
  recipient: person,
  gift: z.nullable(z.strictObject({ id: giftId, name, icon: address })),
  unit: z.nullable(z.union([unit, moneyUnit])),
  /** How much one may be of each unit, {@link captureEvent} checks. */
  unitPrice: z.nullable(minorAmount),
  count: z.int().check(z.positive(), z.maximum(10_000_000)),
  ended: z.boolean(),
  added: z.nullable(z.int().check(z.nonnegative()).brand<'Units'>()),
  evidence: z.enum(['page', 'send', 'observed']),
});

const accountSeen = z.strictObject({ type: z.literal('account'), platform, me: person });

const roomSeen = z.strictObject({
  type: z.literal('room'),
  platform,
  room,
  at: moment,
  host: person,
  title: z.nullable(name),
  ended: z.boolean(),
  current: z.boolean(),
});

const watchSeen = z.strictObject({ type: z.literal('watch'), platform, room, at: moment });

const battleSeen = z.strictObject({
  type: z.literal('battle'),
  platform,
  room,
  battle: id,
  at: moment,
  from: moment,
  until: z.nullable(moment),
  endedAt: z.nullable(moment),
});

const runningTotals = z.strictObject({
  type: z.literal('running'),
  platform,
  room,
  at: moment,
  unit,
  totals: z.array(z.strictObject({ account, units: amount })).check(z.maxLength(20)),
});

const rankingSeen = z.strictObject({
  type: z.literal('ranking'),
  platform,
  room,
  at: moment,
  unit,
  people: z.array(z.strictObject({ account, units: amount })).check(z.maxLength(20)),
});

const pricesSeen = z.strictObject({
  type: z.literal('prices'),
  platform,
  unit,
  gifts: z
    .array(z.strictObject({ id: giftId, name, price: amount, icon: address }))
    .check(z.maxLength(MOST_LISTED_GIFTS)),
});

/** The most minor units that the ledger's finer amounts can hold. */
const MOST_MINOR = Math.floor(Number.MAX_SAFE_INTEGER / 10_000);
const MOST_PACKAGES = 100;

const bought = z.int().check(z.positive(), z.maximum(MOST_UNITS_IN_ONE_PURCHASE)).brand<'Units'>();
const minor = z.int().check(z.positive(), z.maximum(MOST_MINOR));
const currency = z.string().check(z.refine(isCurrency)).brand<'CurrencyCode'>();

function isCurrency(text: string): boolean {
  try {
    return currencyCode(text) === text;
  } catch {
    return false;
  }
}

const offersSeen = z.strictObject({
  type: z.literal('offers'),
  platform,
  unit,
  market: z.string().check(z.regex(/^[A-Z]{2}$/)),
  currency,
  packages: z
    .array(z.strictObject({ units: bought, minor }))
    .check(z.minLength(1), z.maxLength(MOST_PACKAGES)),
  at: moment,
});

const balanceShown = z.strictObject({
  type: z.literal('balance'),
  platform,
  unit,
  units: amount,
  at: moment,
});

const orderSeen = z.strictObject({
  type: z.literal('order'),
  platform,
  unit,
  units: bought,
  price: z.strictObject({ currency, minor }),
  at: moment,
});

const purchaseSeen = z.strictObject({
  type: z.literal('purchase'),
  platform,
  unit,
  orderId: id,
  at: moment,
});

const counter = z.int().check(z.nonnegative());

const batch = z.strictObject({
  page: z.strictObject({
    platform,
    nonce: z.string().check(z.maxLength(100)),
    room: z.string().check(z.maxLength(64)),
    onStream: z.boolean(),
    late: z.boolean(),
    toldAt: z._default(z.nullable(counter.check(z.maximum(8_640_000_000_000_000))), null),
    counts: z.strictObject({
      frames: counter,
      gifts: counter,
      sockets: counter,
      lastFrameAt: z.nullable(counter),
      lastGiftAt: z.nullable(counter),
      refused: z.record(z.string().check(z.maxLength(40)), counter),
      dropped: counter,
      unknown: z._default(z.record(z.string().check(z.maxLength(60)), counter), {}),
    }),
  }),
  events: z.array(z.unknown()).check(z.maxLength(MOST_EVENTS)),
});

const captureEvent = z
  .discriminatedUnion('type', [
    giftSeen,
    accountSeen,
    roomSeen,
    watchSeen,
    battleSeen,
    runningTotals,
    rankingSeen,
    pricesSeen,
    offersSeen,
    balanceShown,
    orderSeen,
    purchaseSeen,
  ])
  .check(z.refine((event) => event.type !== 'gift' || isPossible(event)));

/** Nobody pays so much at once in a platform's own unit as in the smallest money. */
function isPossible({ unit, unitPrice }: Pick<GiftSeen, 'unit' | 'unitPrice'>): boolean {
  const most = unit === null || isOwnUnit(unit) ? MOST_UNITS_IN_ONE_ENTRY : MOST_MINOR_IN_ONE_ENTRY;
  return unitPrice === null || unitPrice <= most;
}

const settings = z.strictObject({
  place: z.optional(
    z.nullable(
      z.strictObject({
        corner: z.enum(['top-left', 'top-right', 'bottom-right', 'bottom-left']),
        x: z.number(),
        y: z.number(),
      }),
    ),
  ),
  shape: z.optional(z.enum(['dot', 'pill', 'card'])),
  hidden: z.optional(z.boolean()),
});

const change = z.strictObject({
  platform,
  settings: z.optional(settings),
  hideHere: z.optional(z.boolean()),
});

/** Thrown for a message that is not what it should be; nothing of it is kept. */
export class BadMessage extends Error {
  override readonly name = 'BadMessage';
}

/** A batch of which the events that are none were taken out and counted. */
export interface CheckedBatch {
  readonly page: CaptureBatch['page'];
  readonly events: readonly CaptureEvent[];
  readonly bad: number;
}

/**
 * Checks a message from a content script, in which a page may have meddled. One bad event does not cost the others.
 * Throws {@link BadMessage} where the batch itself is none.
 */
export function parseBatch(data: unknown): CheckedBatch {
  const { page, events } = parsed(batch, data);
  const checked = events.map((event) => captureEvent.safeParse(event));
  return {
    page,
    events: checked.flatMap((result) => (result.success ? [result.data] : [])),
    bad: checked.filter(({ success }) => !success).length,
  };
}

/** Checks a change of the overlay's settings. Throws {@link BadMessage}. */
export function parseOverlayChange(data: unknown): OverlayChange {
  const { platform: site, settings: changed, hideHere } = parsed(change, data);
  return {
    platform: site,
    ...(changed === undefined ? {} : { settings: withoutUndefined(changed) }),
    ...(hideHere === undefined ? {} : { hideHere }),
  };
}

/** Checks what a guard notes. Throws {@link BadMessage}. */
export function parseGuardNote(data: unknown): GuardNote {
  return parsed(z.enum(['guard-blind']), data);
}

function withoutUndefined({
  place,
  shape,
  hidden,
}: z.infer<typeof settings>): NonNullable<OverlayChange['settings']> {
  return {
    ...(place === undefined ? {} : { place }),
    ...(shape === undefined ? {} : { shape }),
    ...(hidden === undefined ? {} : { hidden }),
  };
}

function parsed<T>(schema: z.ZodMiniType<T>, data: unknown): T {
  const result = schema.safeParse(data);
  if (!result.success) {
    throw new BadMessage(z.prettifyError(result.error).slice(0, 500));
  }
  return result.data;
}
