import * as z from 'zod/mini';
import { MOST_BATTLES } from '../../core/battle.ts';
import { rateText } from '../../core/exchange-rate.ts';
import { fetchedSources } from '../../core/exchange-rate-answers.ts';
import type { EntryKind } from '../../core/gift-event.ts';
import { platformIds } from '../../core/ids.ts';
import { currencyCode } from '../../core/money.ts';
import { MOST_PAST_NAMES } from '../../core/person-names.ts';
import { MOST_UNITS_IN_ONE_PURCHASE } from '../../core/purchase.ts';
import { dayNamed, epochMs } from '../../core/time.ts';
import {
  MOST_MINOR_IN_ONE_ENTRY,
  MOST_UNITS_IN_ONE_ENTRY,
  type MoneyUnit,
  unitIds,
} from '../../core/units.ts';

// The extension's content security policy forbids the code that zod would otherwise generate.
z.config({ jitless: true });

// A record instead of a list, so that a kind that is added elsewhere is missed by the compiler here.
const kinds: Record<EntryKind, EntryKind> = {
  gift: 'gift',
  chest: 'chest',
  subscription: 'subscription',
};

const text = (most: number) => z.string().check(z.maxLength(most));
const id = text(300).check(z.minLength(1));
const name = text(500);
const platform = z.enum(platformIds);
const unit = z.enum(unitIds);
const at = z.pipe(z.number(), z.transform(epochMs));
const currency = z.pipe(z.string(), z.transform(currencyCode));
const units = z.int().check(z.nonnegative(), z.maximum(MOST_UNITS_IN_ONE_ENTRY)).brand<'Units'>();
const amount = z.int().check(z.nonnegative(), z.maximum(MOST_MINOR_IN_ONE_ENTRY)).brand<'Units'>();
const moneyUnit = z.custom<MoneyUnit>(isMoneyUnit);
const account = id.brand<'AccountId'>();
const accountOrNone = z.union([account, z.literal('')]);
const room = id.brand<'RoomId'>();
const count = z.int().check(z.positive(), z.maximum(10_000_000));

function isMoneyUnit(value: unknown): boolean {
  if (typeof value !== 'string' || !value.startsWith('money:')) return false;
  try {
    return currencyCode(value.slice('money:'.length)) !== '';
  } catch {
    return false;
  }
}

/** Ranges as `utils/core/spans.ts` keeps them. */
const spans = z
  .array(z.int().check(z.nonnegative()))
  .check(z.maxLength(10_000))
  .check(
    z.refine(
      (list) =>
        list.length % 2 === 0 &&
        list.every((value, index) => index === 0 || value > (list[index - 1] ?? 0)),
    ),
  );

export const keptEntry = z.strictObject({
  id: id.brand<'EntryId'>(),
  platform,
  kind: z.enum(kinds),
  room: z.union([room, z.literal('')]),
  at,
  lastAt: at,
  sender: z.nullable(account),
  recipient: z.nullable(account),
  gift: z.nullable(id.brand<'GiftId'>()),
  unit: z.nullable(z.union([unit, moneyUnit])),
  unitPrice: z.nullable(amount),
  count,
  ended: z.boolean(),
  added: spans,
  disputed: z.boolean(),
  onPage: z.boolean(),
  onSend: z.boolean(),
  direction: z.enum(['sent', 'received']),
  assumedPrice: z.nullable(units),
});

export const session = z.strictObject({
  id: z.templateLiteral([platform, ':', z.string().check(z.minLength(1), z.maxLength(300))]),
  platform,
  room,
  creator: accountOrNone,
  title: name,
  firstAt: at,
  lastAt: at,
  endedAt: z.nullable(at),
  watched: spans,
  battles: z
    .array(z.strictObject({ battle: id, from: at, until: z.nullable(at), endedAt: z.nullable(at) }))
    .check(z.maxLength(MOST_BATTLES)),
  running: z.nullable(z.strictObject({ at, unit, units: amount })),
  ranking: z.nullable(
    z.strictObject({
      at,
      unit,
      people: z.int().check(z.nonnegative(), z.maximum(20)),
      told: amount,
      missed: amount,
    }),
  ),
});

const named = { handle: name, name, at };

export const person = z.strictObject({
  platform,
  id: account,
  ...named,
  past: z._default(z.array(z.strictObject(named)).check(z.maxLength(MOST_PAST_NAMES)), []),
});

export const gift = z.strictObject({
  platform,
  id: id.brand<'GiftId'>(),
  name,
  icon: text(2_000),
  price: z.nullable(units),
  at,
});

export const ownAccount = z.strictObject({ platform, id: account, at });

export const learnedOffers = z.strictObject({
  id,
  unit,
  market: z.string().check(z.regex(/^[A-Z]{2}$/)),
  currency,
  packages: z
    .array(
      z.strictObject({
        units: z.int().check(z.positive(), z.maximum(MOST_UNITS_IN_ONE_PURCHASE)).brand<'Units'>(),
        minor: z.int().check(z.positive(), z.maximum(Math.floor(Number.MAX_SAFE_INTEGER / 10_000))),
      }),
    )
    .check(z.minLength(1), z.maxLength(1_000)),
  at,
  lastAt: at,
  source: text(300),
  refused: z.boolean(),
});

export const balance = z.strictObject({ unit, account: accountOrNone, units, at, lastAt: at });

export const notice = z.strictObject({
  id,
  type: z.enum(['offers', 'purchase']),
  at,
  about: id,
  seen: z.boolean(),
});

/** More currencies than there are. */
const MOST_CURRENCIES = 400;

export const rateDay = z.strictObject({
  day: z.pipe(z.string(), z.transform(dayOfRates)),
  base: currency,
  rates: z.pipe(z.record(z.string(), text(50)), z.transform(ratesOf)),
  source: z.enum(fetchedSources),
});

function dayOfRates(value: string) {
  const day = dayNamed(value);
  if (day === null) throw new RangeError('no day');
  return day;
}

function ratesOf(told: Readonly<Record<string, string>>) {
  const rates = Object.entries(told);
  if (rates.length > MOST_CURRENCIES) throw new RangeError('too many currencies');
  return Object.fromEntries(rates.map(([of, rate]) => [currencyCode(of), rateText(rate)]));
}
