import type { AccountId, CurrencyCode, EntryId, GiftId, PlatformId, RoomId } from './ids.ts';
import type { Price } from './scaled.ts';
import type { EpochMs } from './time.ts';
import type { AmountUnit, UnitId, Units } from './units.ts';

/** Someone on a platform as a message names them. Handle and name may be empty: they change and may be missing. */
export interface Person {
  readonly id: AccountId;
  readonly handle: string;
  readonly name: string;
}

/** What is paid for: a gift, a treasure chest for viewers, a subscription. Kinds are never added together unnamed. */
export type EntryKind = 'gift' | 'chest' | 'subscription';

/**
 * How a payment became known: `page`, a message that the platform showed everyone; `send`, the platform's
 * answer to the viewer's own sending; `observed`, only what stood on the page for people to read.
 */
export type Evidence = 'page' | 'send' | 'observed';

/** One sighting of one payment, as a platform's decoder reads it. Many sightings make one entry. */
export interface GiftSeen {
  readonly type: 'gift';
  readonly kind: EntryKind;
  readonly platform: PlatformId;
  /** Equal for all sightings of one payment and for nothing else. */
  readonly key: EntryId;
  /** Empty where it was paid outside of any stream. */
  readonly room: RoomId | '';
  /** The platform's own time of this sighting. */
  readonly at: EpochMs;
  readonly sender: Person | null;
  readonly recipient: Person | null;
  /** `icon` is the address of the gift's picture as the page uses it. */
  readonly gift: { readonly id: GiftId; readonly name: string; readonly icon: string } | null;
  /** Null where the platform does not say a price, as for subscriptions. */
  readonly unit: AmountUnit | null;
  /** For payments in money: minor units of the currency. */
  readonly unitPrice: Units | null;
  /** The highest count of the gift in this payment that this sighting vouches for. */
  readonly count: number;
  /** Whether the platform says that no more will be added to this payment. */
  readonly ended: boolean;
  /** Units that this very sighting added, where the platform says so: the cross-check of `count`. */
  readonly added: Units | null;
  readonly evidence: Evidence;
}

/** The viewer's own account as the page knows it; null when the page says that nobody is logged in. */
export interface AccountSeen {
  readonly type: 'account';
  readonly platform: PlatformId;
  readonly me: Person | null;
}

/** A stream that the page shows: entered, described or ended. */
export interface RoomSeen {
  readonly type: 'room';
  readonly platform: PlatformId;
  readonly room: RoomId;
  readonly at: EpochMs;
  readonly host: Person | null;
  readonly title: string | null;
  readonly ended: boolean;
  /** Whether this is the stream that the page shows now. */
  readonly current: boolean;
}

/** Gifts with their prices as the page's own gift list shows them. */
export interface PricesSeen {
  readonly type: 'prices';
  readonly platform: PlatformId;
  readonly unit: UnitId;
  readonly gifts: readonly {
    readonly id: GiftId;
    readonly name: string;
    readonly price: Units;
    readonly icon: string;
  }[];
}

/** The packages that a platform's own shop page offers, as a whole table. */
export interface OffersSeen {
  readonly type: 'offers';
  readonly platform: PlatformId;
  readonly unit: UnitId;
  /** ISO 3166 country of the account or page. */
  readonly market: string;
  readonly currency: CurrencyCode;
  readonly packages: readonly { readonly units: Units; readonly minor: number }[];
  readonly at: EpochMs;
}

/** How many units the page says that the viewer has. */
export interface BalanceShown {
  readonly type: 'balance';
  readonly platform: PlatformId;
  readonly unit: UnitId;
  readonly units: Units;
  readonly at: EpochMs;
}

/** What a tab's cashier is about to sell: nothing is bought yet. */
export interface OrderSeen {
  readonly type: 'order';
  readonly platform: PlatformId;
  readonly unit: UnitId;
  readonly units: Units;
  readonly price: Price;
  readonly at: EpochMs;
}

/** The platform says that an order was paid. What was ordered, the same tab's latest {@link OrderSeen} says. */
export interface PurchaseSeen {
  readonly type: 'purchase';
  readonly platform: PlatformId;
  readonly unit: UnitId;
  readonly orderId: string;
  readonly at: EpochMs;
}

/** What a page on which units are sold tells. */
export type ShopEvent = OffersSeen | BalanceShown | OrderSeen | PurchaseSeen;

/** Capture saw a stream in this minute, whether or not anything was given in it. */
export interface WatchSeen {
  readonly type: 'watch';
  readonly platform: PlatformId;
  readonly room: RoomId;
  readonly at: EpochMs;
}

/** A battle of a stream with another one opens or is over. */
export interface BattleSeen {
  readonly type: 'battle';
  readonly platform: PlatformId;
  readonly room: RoomId;
  /** The platform's id of the battle. */
  readonly battle: string;
  readonly at: EpochMs;
  readonly from: EpochMs;
  /** When it is set to end; null where that is not told. */
  readonly until: EpochMs | null;
  /** When it was over; null while it is not. */
  readonly endedAt: EpochMs | null;
}

/** What the platform itself says that receivers at a stream got so far: a cross-check of what was seen. */
export interface RunningTotals {
  readonly type: 'running';
  readonly platform: PlatformId;
  readonly room: RoomId;
  readonly at: EpochMs;
  readonly unit: UnitId;
  readonly totals: readonly { readonly account: AccountId; readonly units: Units }[];
}

/** What the platform itself says that those gave so far who gave most: a cross-check of what was seen. */
export interface RankingSeen {
  readonly type: 'ranking';
  readonly platform: PlatformId;
  readonly room: RoomId;
  readonly at: EpochMs;
  readonly unit: UnitId;
  readonly people: readonly { readonly account: AccountId; readonly units: Units }[];
}

/** What is told of a stream itself. */
export type StreamEvent = RoomSeen | WatchSeen | BattleSeen | RunningTotals;

/** What a decoder makes of a frame, and what capture tells beside it. */
export type CaptureEvent =
  | GiftSeen
  | AccountSeen
  | StreamEvent
  | RankingSeen
  | PricesSeen
  | ShopEvent;
