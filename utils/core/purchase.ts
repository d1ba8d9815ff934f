import type { Brand } from './brand.ts';
import { currencyCode } from './money.ts';
import type { Channel } from './price-list.ts';
import { moneyOfPrice, type Price } from './scaled.ts';
import { type EpochMs, epochMs } from './time.ts';
import type { UnitId, Units } from './units.ts';

/**
 * One purchase of units. From the platform's own order number where it is known, so that two devices that see the
 * same purchase record it once; else made up at random.
 */
export type PurchaseId = Brand<string, 'PurchaseId'>;

/** Where units were bought. `other` is for gift cards and everything else that has no list price. */
export type PurchaseChannel = 'web' | 'ios' | 'android' | 'other';

/** How a purchase is known: typed in by the user, or read from the platform's own page. */
export type PurchaseEvidence = 'hand' | 'page';

/** Units that the user bought, at what the user paid for them. */
export interface Purchase {
  readonly id: PurchaseId;
  readonly unit: UnitId;
  readonly units: Units;
  /** What the buyer paid in all, tax and fees included. Zero for units that were given away. */
  readonly price: Price;
  readonly channel: PurchaseChannel;
  readonly at: EpochMs;
  readonly note: string;
  readonly evidence: PurchaseEvidence;
  /** The platform's order number; empty where none is known. */
  readonly orderId: string;
}

/** What can be wrong with a purchase, by name. */
export type PurchaseTrouble =
  | 'units'
  | 'too-many-units'
  | 'price'
  | 'price-too-large'
  | 'currency'
  | 'date'
  | 'too-early'
  | 'in-the-future'
  | 'note-too-long';

/** Thrown for a purchase that cannot have happened as told. `trouble` says what is wrong. */
export class NotAPurchase extends Error {
  override readonly name = 'NotAPurchase';
  readonly trouble: PurchaseTrouble;
  constructor(trouble: PurchaseTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** More of a unit than anybody buys at once: TikTok's own page sells 2,500,000 at the most. */
export const MOST_UNITS_IN_ONE_PURCHASE = 100_000_000;

/** Letters of a note that are kept. */
export const LONGEST_NOTE = 500;

/** 2011, when the first of the platforms opened: nobody bought their units before. */
const EARLIEST = Date.UTC(2011, 0, 1);

/** Clocks and zones of buyer and seller may differ by this much. */
const A_DAY = 24 * 3_600_000;

/** Checks what a user or a page says was bought. Throws {@link NotAPurchase}, naming the first thing wrong. */
export function checkPurchase<Told extends Omit<Purchase, 'id'>>(
  purchase: Told,
  now: EpochMs,
): Told {
  checkUnits(purchase.units);
  checkPrice(purchase.price);
  checkMoment(purchase.at, now);
  if (purchase.note.length > LONGEST_NOTE) {
    throw new NotAPurchase('note-too-long');
  }
  return purchase;
}

function checkUnits(units: number): void {
  if (!Number.isSafeInteger(units) || units < 1) {
    throw new NotAPurchase('units');
  }
  if (units > MOST_UNITS_IN_ONE_PURCHASE) {
    throw new NotAPurchase('too-many-units');
  }
}

function checkPrice(price: Price): void {
  if (!Number.isSafeInteger(price.minor) || price.minor < 0) {
    throw new NotAPurchase('price');
  }
  named('currency', () => currencyCode(price.currency));
  named('price-too-large', () => moneyOfPrice(price));
}

/** Checks a moment at which money is said to have moved. Throws {@link NotAPurchase}. */
export function checkMoment(at: number, now: EpochMs): void {
  named('date', () => epochMs(at));
  if (at < EARLIEST) {
    throw new NotAPurchase('too-early');
  }
  if (at > now + A_DAY) {
    throw new NotAPurchase('in-the-future');
  }
}

function named(trouble: PurchaseTrouble, check: () => unknown): void {
  try {
    check();
  } catch {
    throw new NotAPurchase(trouble);
  }
}

/** The channel whose list prices a purchase compares with; null where there is none. */
export function listChannel(channel: PurchaseChannel): Channel | null {
  const lists: Record<PurchaseChannel, Channel | null> = {
    web: 'web',
    ios: 'app',
    android: 'app',
    other: null,
  };
  return lists[channel];
}
