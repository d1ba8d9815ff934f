/** What the dashboard shows, as plain data, and what the user does there. */

import type { BalanceCheck, BalanceSeen } from './balance.ts';
import type { CurrencyCode } from './ids.ts';
import type { LotMethod } from './lots.ts';
import type { Money } from './money.ts';
import type { Notice } from './notices.ts';
import type { Adjustment, OwnOffer } from './operation.ts';
import type { OwnPrice } from './own-price.ts';
import type { KnownOffer, PriceBook } from './price-book.ts';
import type { PriceCheck } from './price-check.ts';
import type { PriceChoice } from './price-list.ts';
import type { Purchase } from './purchase.ts';
import type { EpochMs } from './time.ts';
import { type UnitId, type Units, unitIds } from './units.ts';
import type { PersonView } from './views.ts';
import type { WorthRate } from './worth.ts';

/** The screens about what coins cost. */
export const costScreens = ['purchases', 'prices', 'value', 'convert', 'safety'] as const;
export type CostScreen = (typeof costScreens)[number];

/**
 * The dashboard's screens by the group that their links stand in, as its address names them (`#purchases`). The first is
 * where it opens.
 */
export const screenGroups = {
  ledger: ['overview', 'ledger', 'delivery', 'budgets'],
  creators: ['streams', 'times', 'supporters', 'payouts', 'goals', 'reports'],
  costs: costScreens,
  more: ['data', 'settings'],
} as const;
export type ScreenGroup = keyof typeof screenGroups;
export type DashboardScreen = (typeof screenGroups)[ScreenGroup][number];

/** The address of a screen about costs, in one platform's unit: `#purchases?unit=kick%3Akick`. */
export function costAddress(screen: CostScreen, unit: UnitId): `#${CostScreen}${string}` {
  return unit === unitIds[0] ? `#${screen}` : `#${screen}?${new URLSearchParams({ unit })}`;
}

/** The unit that the address of a screen about costs names; the first where it names none. */
export function unitInAddress(chosen: URLSearchParams): UnitId {
  const named = chosen.get('unit');
  return unitIds.find((each) => each === named) ?? unitIds[0];
}

/** All of them, in the order of the links. */
export const dashboardScreens: readonly DashboardScreen[] = Object.values(screenGroups).flat();

/** One purchase in the list. */
export interface PurchaseRow {
  readonly purchase: Purchase;
  readonly perUnit: Money;
  /** What to think of its price; null for units that were given away. */
  readonly check: PriceCheck | null;
}

/** Units bought and not yet sent. */
export interface LotsLeft {
  readonly units: Units;
  /** What was paid for them, by currency. */
  readonly paid: readonly Money[];
  /** Those of them of which nobody knows what they cost. */
  readonly unknown: Units;
}

/** The balance that a page showed last, compared with the ledger. */
export interface BalanceView {
  readonly shown: BalanceSeen;
  readonly check: BalanceCheck;
  /** Whose it is; null where nobody was known to be logged in. */
  readonly account: PersonView | null;
  /** How many accounts a balance was shown of. */
  readonly accounts: number;
}

/** A gift and what it costs in the platform's unit. */
export interface GiftPrice {
  readonly id: string;
  readonly name: string;
  readonly units: Units;
}

/** Everything that the screens about costs show. */
export interface DashboardView {
  readonly now: EpochMs;
  readonly unit: UnitId;
  /** The units that can be chosen: of sites that are watched, and of what the ledger holds. */
  readonly units: readonly UnitId[];
  /** The currency that costs are told in. */
  readonly display: CurrencyCode;
  /** Whether the user chose it; else it follows the listed price. */
  readonly displayChosen: boolean;
  readonly currencies: readonly CurrencyCode[];
  readonly method: LotMethod;
  /** Where the user buys; null while no price is known there. */
  readonly choice: PriceChoice | null;
  /** Latest first. */
  readonly purchases: readonly PurchaseRow[];
  /** Null while costs are being worked out anew. */
  readonly left: LotsLeft | null;
  /** Null where no page showed one. */
  readonly balance: BalanceView | null;
  /** Latest first. */
  readonly bookings: readonly Adjustment[];
  /** What happened by itself, newest first. */
  readonly notices: readonly Notice[];
  readonly book: PriceBook;
  readonly ownOffers: readonly OwnOffer[];
  /** The offer that costs without a purchase are worked out from. */
  readonly listed: KnownOffer | null;
  readonly own: OwnPrice | null;
  readonly worth: WorthRate | null;
  readonly gifts: readonly GiftPrice[];
}

/** A purchase as the user typed it; without an id it is a new one. */
export type PurchaseDraft = Omit<Purchase, 'id'> & { readonly id: Purchase['id'] | null };

/** A price of the user's own; without an id it is a new one. */
export type OfferDraft = Omit<OwnOffer, 'id' | 'at'> & { readonly id: OwnOffer['id'] | null };

/** Units to be booked as come or gone elsewhere; without an id it is a new booking. */
export type BookingDraft = Omit<Adjustment, 'id'> & { readonly id: Adjustment['id'] | null };

/** What was done last, to say it and to undo it. `times` tells two in a row apart. */
export interface Done {
  readonly what:
    | 'purchase-added'
    | 'purchase-changed'
    | 'purchase-removed'
    | 'offer-set'
    | 'offer-removed'
    | 'entry-voided'
    | 'entry-restored'
    | 'entry-corrected'
    | 'entry-noted'
    | 'entry-added'
    | 'people-merged'
    | 'creator-followed'
    | 'creator-unfollowed'
    | 'people-separated'
    | 'person-noted'
    | 'person-hidden'
    | 'person-shown'
    | 'worth-set'
    | 'worth-removed'
    | 'guard-set'
    | 'payout-added'
    | 'payout-changed'
    | 'payout-removed'
    | 'goal-saved'
    | 'goal-removed'
    | 'booked'
    | 'booking-changed'
    | 'booking-removed'
    | 'budget-saved'
    | 'budget-removed'
    | 'undone'
    | 'redone'
    | 'failed';
  readonly times: number;
  /** The trouble's name where it failed; else empty. */
  readonly trouble: string;
}

/** What the user can do on the dashboard. */
export interface DashboardActions {
  onSavePurchase(draft: PurchaseDraft): void;
  onRemovePurchase(id: Purchase['id']): void;
  onSaveOffer(draft: OfferDraft): void;
  onRemoveOffer(id: OwnOffer['id']): void;
  onSaveBooking(draft: BookingDraft): void;
  onRemoveBooking(id: Adjustment['id']): void;
  onUndoNotice(id: Notice['id']): void;
  onRedoNotice(id: Notice['id']): void;
  /** These notices were shown. */
  onNoticesShown(ids: readonly Notice['id'][]): void;
  onChooseMethod(method: LotMethod): void;
  /** Null: the currency of the listed price. */
  onChooseDisplay(currency: CurrencyCode | null): void;
  onChoosePrice(choice: PriceChoice): void;
}
