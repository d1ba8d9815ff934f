/**
 * What the screens show, as plain data: made by the background and by the pages' queries, drawn by `components`.
 * Everything here survives JSON, since overlay views travel in runtime messages.
 */

import type { AlertView, BudgetsView, TightestBudget } from './budget-views.ts';
import type { MoneyRange } from './conversion.ts';
import type { Cost } from './cost.ts';
import type { CreatorAlertView, GoalView } from './desk-views.ts';
import type { EntryKind } from './gift-event.ts';
import type { AccountId, EntryId, PlatformId, RoomId } from './ids.ts';
import type { Money } from './money.ts';
import type { OwnPrice } from './own-price.ts';
import type { Channel, PriceChoice } from './price-list.ts';
import type { EpochMs, Month } from './time.ts';
import type { SessionId } from './totals.ts';
import type { AmountUnit, UnitId, Units } from './units.ts';
import type { WorthRate } from './worth.ts';

/** How a sum of money is known, strongest first. A sum's label is its weakest part's. */
export type Basis = 'exact' | 'paid' | 'listed' | 'unknown';

/** What of a sum is counted in one unit. */
export interface UnitSum {
  readonly unit: AmountUnit;
  readonly units: Units;
  /** How many of them no price is known for; 0 for what came in. */
  readonly unpricedUnits: number;
}

/** A sum: what was paid in the platforms' units, each on its own, and in money as far as prices are known. */
export interface Sum {
  /** Each unit once, in the order of `compareUnits`; empty where nothing is counted in units. */
  readonly amounts: readonly UnitSum[];
  /** Null where no price is known at all, and for what came in. */
  readonly money: Money | null;
  readonly basis: Basis;
  /** How much of it is known in which way; null for what came in. */
  readonly cost: Cost | null;
  /** Payments without a price in units (subscriptions, gifts of unknown price), which are in no sum. */
  readonly unpriced: number;
  readonly gifts: number;
}

/** A name to show for someone; either part may be empty, then the id stands in. */
export interface PersonView {
  readonly id: AccountId;
  readonly handle: string;
  readonly name: string;
}

/** `void` where the user says that it does not count. */
export type EntryState = 'open' | 'closed' | 'unconfirmed' | 'void';

/** One payment in a list. */
export interface EntryRow {
  readonly id: EntryId;
  readonly platform: PlatformId;
  readonly kind: EntryKind;
  readonly state: EntryState;
  /** Whether it is known only from what stood on the page: not exact. */
  readonly observed: boolean;
  readonly at: EpochMs;
  /** The creator for a gift sent, the gifter for a gift received; null when the platform did not say. */
  readonly other: PersonView | null;
  /** The gift's name; empty when unknown. */
  readonly gift: string;
  readonly count: number;
  readonly unit: AmountUnit | null;
  readonly units: Units | null;
  readonly money: Money | null;
  readonly basis: Basis;
  /** What it is worth to the creator: an estimate, the middle of its range. Null where no rate is known, and for chests, which viewers get. */
  readonly worth: Money | null;
}

export interface CreatorRow {
  readonly platform: PlatformId;
  readonly creator: PersonView;
  readonly sum: Sum;
}

/** What an offer costs and where the figure comes from. */
export interface PriceView {
  readonly unit: UnitId;
  /** Money for `units` units, as offered. */
  readonly price: Money;
  readonly units: Units;
  /** One unit, for showing. */
  readonly perUnit: Money;
  readonly basis: Basis;
  readonly market: string;
  readonly channel: Channel;
  /** When the figure was seen, as precisely as its source says: `2024-05-02`, `2024`, or empty. */
  readonly date: string;
  readonly sourceHost: string;
}

/** How capture goes on one page. */
export interface CaptureHealth {
  readonly platform: PlatformId;
  readonly frames: number;
  readonly gifts: number;
  readonly sockets: number;
  readonly lastFrameAt: EpochMs | null;
  readonly lastGiftAt: EpochMs | null;
  /** Refused frames or messages by the name of the reason. */
  readonly refused: Readonly<Record<string, number>>;
  /** Frames that had to be dropped before they were stored, because too many were waiting. */
  readonly dropped: number;
  /** Messages of kinds that nobody here has heard of, by what the platform calls them. */
  readonly unknown: Readonly<Record<string, number>>;
  /** Whether what carries the platform's gifts was seen there: a connection, answers, or the page's own text. */
  readonly carried: boolean;
}

/** What the active tab is to the extension. */
export type SiteStatus =
  | { readonly kind: 'other-page' }
  /** A site that was watched, until the user no longer allowed it. */
  | { readonly kind: 'no-permission'; readonly platform: PlatformId }
  | { readonly kind: 'needs-reload'; readonly platform: PlatformId }
  | { readonly kind: 'no-stream'; readonly platform: PlatformId }
  /** Nothing was seen there that carries gifts, or in which they would stand. */
  | {
      readonly kind: 'no-chat';
      readonly platform: PlatformId;
      readonly carrier: 'socket' | 'requests' | 'page';
    }
  /** The page is not as it was when the extension learnt to read it: nothing is guessed. */
  | { readonly kind: 'unknown-page'; readonly platform: PlatformId }
  | {
      readonly kind: 'watching';
      readonly platform: PlatformId;
      readonly creator: PersonView | null;
      readonly loggedIn: boolean;
      /** Whether the page shows a stream; some pages show gifts without one. */
      readonly inStream: boolean;
    };

/** What came in during a stream. */
export interface ReceivedInStream {
  readonly session: Sum;
  /** What the session is worth to the creator after the platform's share: always an estimate. */
  readonly worth: MoneyRange | null;
  readonly gifters: number;
  readonly last: EntryRow | null;
}

/** The pill's and card's content on a stream where the viewer sends. */
export interface ViewerOverlay {
  readonly side: 'viewer';
  readonly platform: PlatformId;
  readonly room: RoomId;
  readonly creator: PersonView | null;
  readonly month: Month;
  readonly stream: Sum;
  readonly monthSum: Sum;
  readonly last: EntryRow | null;
  readonly loggedIn: boolean;
  /** What came in for this stream's creator, whom the user follows; absent on all other streams. */
  readonly followed?: ReceivedInStream;
  /** Whether the page's socket was opened before the extension came: gifts on it cannot be seen until a reload. */
  readonly blind: boolean;
  /** Of the budgets that this stream touches the one nearest to its limit; null or absent where there is none. */
  readonly budget?: TightestBudget | null;
  /** Alerts to be shown on the page because notifications are off, latest first; not those that were seen. */
  readonly toasts?: readonly AlertView[];
}

/** The pill's and card's content on the user's own stream. */
export interface CreatorOverlay extends ReceivedInStream {
  readonly side: 'creator';
  readonly platform: PlatformId;
  readonly room: RoomId;
  /** Absent where the user wants to reach nothing. */
  readonly goals?: readonly GoalView[];
  /** What the creator is told of, latest first; not what was put away. */
  readonly alerts?: readonly CreatorAlertView[];
  /** As in {@link ViewerOverlay}. */
  readonly blind: boolean;
}

/** A site that is watched only if the user wants it. */
export interface WatchedSite {
  readonly platform: PlatformId;
  readonly allowed: boolean;
}

export type OverlayView = ViewerOverlay | CreatorOverlay;

/** An overlay that the user hid: on a platform's whole site, or for one stream there. */
export interface HiddenOverlay {
  readonly platform: PlatformId;
  /** The stream in the tab; empty where there is none. */
  readonly room: RoomId | '';
}

/** Everything that the popup shows. Null parts are not known yet or do not apply. */
export interface PopupView {
  readonly status: SiteStatus;
  /** The stream in the active tab; null where there is none. */
  readonly session: SessionId | null;
  readonly now: EpochMs;
  readonly month: Month;
  readonly sent: {
    readonly month: Sum;
    readonly stream: Sum | null;
    readonly last: readonly EntryRow[];
    readonly creators: readonly CreatorRow[];
    /** First entry ever kept; null with an empty ledger. */
    readonly since: EpochMs | null;
  };
  readonly received: {
    /** The creator whom the user follows and whose figures these are; null for the user's own. */
    readonly of: PersonView | null;
    readonly month: Sum;
    /** What it is worth to the creator, about; null without a rate. */
    readonly monthWorth: MoneyRange | null;
    readonly session: Sum | null;
    readonly sessionWorth: MoneyRange | null;
    readonly gifters: number;
    readonly last: readonly EntryRow[];
  };
  /** The unit that prices are told of: that of the site in the tab, else the first that was spent. */
  readonly unit: UnitId;
  readonly price: PriceView | null;
  /** What a unit cost the user on average; null without purchases. */
  readonly own: OwnPrice | null;
  /** What a creator gets for a unit: `null` when no rate is known. */
  readonly worthRate: WorthRate | null;
  readonly choices: readonly PriceChoice[];
  /** Whether prices stand beside gifts on the page. */
  readonly tags: boolean;
  readonly health: readonly CaptureHealth[];
  readonly sites: readonly WatchedSite[];
  /** Where the user hid the overlay of the active tab, to show it again; null where it is not hidden. */
  readonly hiddenOverlay: HiddenOverlay | null;
  /** Named trouble with storage, to be shown instead of being silent; empty when all is well. */
  readonly trouble: string;
  /** Null while the ledger cannot be read. */
  readonly budgets: Pick<BudgetsView, 'budgets' | 'display' | 'today'> | null;
}
