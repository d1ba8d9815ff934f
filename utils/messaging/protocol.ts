import { defineExtensionMessaging } from '@webext-core/messaging';
import type { ConverterRates } from '../core/converter-view.ts';
import type { FrameSample } from '../core/diagnostic.ts';
import type { CaptureEvent } from '../core/gift-event.ts';
import type { FoundGifts } from '../core/gift-search.ts';
import type { BudgetLeft, GuardSettings } from '../core/guard.ts';
import type { AccountId, PlatformId } from '../core/ids.ts';
import type { UnitRate } from '../core/money.ts';
import type { EpochMs, TimeZone } from '../core/time.ts';
import type { Units } from '../core/units.ts';
import type { OverlayView } from '../core/views.ts';

/** How capture goes in one frame of a page, as its capture script counts it since it started. */
export interface CaptureCounts {
  readonly frames: number;
  readonly gifts: number;
  /** Sockets seen that gifts travel in. */
  readonly sockets: number;
  readonly lastFrameAt: number | null;
  readonly lastGiftAt: number | null;
  readonly refused: Readonly<Record<string, number>>;
  readonly dropped: number;
  /** Messages of kinds that the decoder has not heard of, by what the platform calls them. */
  readonly unknown: Readonly<Record<string, number>>;
}

/** Where events come from and how capture goes there. */
export interface PageState {
  readonly platform: PlatformId;
  /** By which a bridge injected later can reach the page's hook; empty while there is no hook. */
  readonly nonce: string;
  /** The room that the page shows now; empty when none is known. */
  readonly room: string;
  /** Whether the page's address is one of a stream. */
  readonly onStream: boolean;
  /** Whether capture came to a page that was there already, and so may have missed what it opened. */
  readonly late: boolean;
  /** The latest time that the platform's server told in this frame of the page; null while it told none. */
  readonly toldAt: number | null;
  readonly counts: CaptureCounts;
}

/** Events of one page, in the order in which they were seen. May be empty: then only the state is news. */
export interface CaptureBatch {
  readonly page: PageState;
  readonly events: readonly CaptureEvent[];
}

/** A place that survives resizing: distances in px from a corner of the viewport. */
export interface OverlayPlace {
  readonly corner: 'top-left' | 'top-right' | 'bottom-right' | 'bottom-left';
  readonly x: number;
  readonly y: number;
}

/** What the overlay remembers for a platform's site. */
export interface OverlaySettings {
  /** Null for its first place. */
  readonly place: OverlayPlace | null;
  readonly shape: 'dot' | 'pill' | 'card';
  readonly hidden: boolean;
}

/** What the overlay of one tab shows. */
export interface OverlayState {
  /** Null where the tab shows no stream. */
  readonly view: OverlayView | null;
  readonly settings: OverlaySettings;
  /** Whether the user hid the overlay for the stream at hand. */
  readonly hiddenHere: boolean;
  /** The zone that the ledger counts days in. */
  readonly zone: TimeZone;
}

/** What the price tags in a page's gift panel are made from. */
export interface TagPrices {
  /** What the user pays for the platform's unit. */
  readonly rate: UnitRate;
  /** The prices that gifts are known to have, by the key of their picture; none where only the picture is known. */
  readonly gifts: Readonly<Record<string, readonly number[]>>;
}

/** What the guard of a tab needs, to judge a gift in the moment of a press. */
export interface GuardState {
  readonly settings: GuardSettings;
  /** The moment it is by the platform's own time: a clock set forward ends no pause. */
  readonly now: EpochMs;
  /** What the user pays for the platform's unit; null where no price is known. */
  readonly rate: UnitRate | null;
  /** Who gets the gifts of this page; empty while unknown. */
  readonly creator: AccountId | '';
  /** The budgets that a gift sent here counts in. */
  readonly touched: readonly BudgetLeft[];
  /** What the ledger knows to have been sent in this stream, in units. */
  readonly sent: Units;
  readonly zone: TimeZone;
  /** Other than before where there are other {@link GuardGifts} to ask for. */
  readonly gifts: string;
}

/** The gifts by the key of their picture: prices that they are known to have, and the name where it is one. */
export type GuardGifts = Readonly<
  Record<string, { readonly prices: readonly number[]; readonly name: string }>
>;

/** What the guard could not do: a gift was sent, or could have been, by something that it did not recognise. */
export type GuardNote = 'guard-blind';

/** All messages, by name: what goes in and what comes back. */
export interface ProtocolMap {
  /** Capture → background. Answered only once everything is on disk: the acknowledgement. */
  record(batch: CaptureBatch): void;
  /** Background → capture of a tab: answered where capture is at work; whether it hears a hook. */
  captureAlive(): boolean;
  /** Extension's page → capture of a tab: the structure of what it refused. */
  refusedSamples(): readonly FrameSample[];
  /** Capture → background: the nonce of the hook that an earlier bridge left in this page; empty when none. */
  hookNonce(): string;
  /** Extension's page → background: takes back what the notice of this id tells of; costs have followed when answered. */
  undoNotice(id: string): void;
  /** Extension's page → background: lets it hold again. */
  redoNotice(id: string): void;
  /** Overlay → background. */
  overlayState(): OverlayState;
  /** Overlay → background: what the user did to the overlay. */
  changeOverlay(change: OverlayChange): void;
  /** Overlay → background: opens the dashboard at an address of the ledger page (`#ledger?…`). */
  openLedger(address: string): void;
  /** Overlay → background: what its converter converts by. */
  converterRates(): ConverterRates;
  /** Overlay or popup → background: gifts whose name has what was typed; an overlay's are those of its own site. */
  findGifts(wanted: { readonly typed: string; readonly platform: PlatformId }): FoundGifts;
  /** Overlay → background: the user put the alert of this id away. */
  alertSeen(id: string): void;
  /** Extension's page → background: the user changed purchases, prices or budgets. */
  ledgerChanged(): void;
  /** Extension's page → background: fetches exchange rates now, if that is switched on; answered when it is over. */
  fetchRates(): void;
  /** Background → scripts of a tab: its site may no longer be looked at. */
  siteForbidden(): void;
  /** Background → overlay of a tab: the numbers changed. */
  overlayChanged(state: OverlayState): void;
  /** Price tags → background. Null where there are to be none: switched off, or no price is known. */
  tagPrices(): TagPrices | null;
  /** Background → price tags of a tab: the same, anew. */
  tagPricesChanged(prices: TagPrices | null): void;
  /** Guard → background. Null where it is off. */
  guardState(): GuardState | null;
  /** Guard → background. Null where it is off. */
  guardGifts(): GuardGifts | null;
  /** Guard → background: for capture health. */
  guardNote(note: GuardNote): void;
  /** Background → guard of a tab: the same, anew. */
  guardChanged(state: GuardState | null): void;
}

export interface OverlayChange {
  readonly platform: PlatformId;
  readonly settings?: Partial<OverlaySettings>;
  /** Hides the overlay for the stream at hand, or shows it again. */
  readonly hideHere?: boolean;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();
