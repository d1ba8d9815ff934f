import type { CaptureEvent } from '../core/gift-event.ts';
import type { PlatformId } from '../core/ids.ts';
import type { Refusal } from '../core/refusals.ts';
import type { EpochMs } from '../core/time.ts';
import type { UnitId } from '../core/units.ts';
import type { PricePlace } from './price-text.ts';

/** What the manifest needs to know of a platform. Plain data: the build reads it too. */
export interface Site {
  readonly id: PlatformId;
  readonly label: string;
  /** The unit that its gifts are paid in. */
  readonly unit: UnitId;
  /** Domains whose pages are watched, with all their subdomains. */
  readonly domains: readonly string[];
  /** Whether the user has to allow it first: only on a click, and only then are its pages looked at. */
  readonly optional?: boolean;
  /**
   * Where gifts are known from, if not from a socket: `requests`, answers to the page's own requests; `page`, only what
   * stands on the page, for which nothing is hooked.
   */
  readonly carrier?: 'requests' | 'page';
}

/** Which of the page's traffic a platform's gifts travel in. Runs in the page itself: no imports, no state. */
export interface Hook {
  /** Whether frames of the socket at `url` are copied. */
  socket(url: URL): boolean;
  /** Whether the answer of the request to `url` is copied. */
  request(url: URL): boolean;
}

/** One thing that the page received or sent, as the hook copied it and as a capture file holds it. Raw, untrusted. */
export interface Frame {
  readonly at: EpochMs;
  /** `element`: a part of the page, as the platform's {@link PageElements} put it into words. */
  readonly via: 'socket' | 'fetch' | 'xhr' | 'document' | 'element';
  readonly dir: 'in' | 'out';
  readonly url: string;
  readonly body: Uint8Array | string;
  /** For an answer: the text that the page sent with the request, where it was text. */
  readonly request?: string;
}

export type { Refusal };

/** What one frame held. */
export interface Decoded {
  readonly events: readonly CaptureEvent[];
  readonly refused: readonly Refusal[];
  /**
   * The moment at which the platform's server says that it sent the frame; absent where it says none. Never the
   * device's clock: locked budgets rely on it.
   */
  readonly toldAt?: EpochMs;
}

/** Reads the frames of one page, in order. Keeps only what later frames need (the current room). Never throws. */
export interface Decoder {
  decode(frame: Frame): Promise<Decoded>;
  /** Messages of kinds that nobody here has heard of, counted by what the platform calls them. */
  readonly unknown?: ReadonlyMap<string, number>;
}

/** Where things are on a platform's pages. */
export interface PageKnowledge {
  /** Whether `url` is a page on which the overlay has something to say. */
  showsStream(url: URL): boolean;
  /** Selectors of the stream's picture, the likeliest first: where the overlay is until the user moves it. */
  readonly picture: readonly string[];
  /** Selectors of elements that the overlay must never cover. */
  readonly keepClear: readonly string[];
  /** Selectors of script elements whose text is data; each becomes a frame via `document`. */
  readonly inlineData: readonly string[];
  /** What script elements with data begin with, where they have nothing to be selected by; each becomes a frame too. */
  readonly inlineScripts?: RegExp;
  /** Addresses of answers that gifts travel in, where others are copied too: those alone show that gifts are seen. */
  readonly carriers?: RegExp;
}

/** How a platform's gift panel is recognised: by the addresses of pictures, since names of classes change weekly. */
export interface GiftCells {
  /** What its gifts cost. */
  readonly unit: UnitId;
  /** Whether `url` is a page that has a gift panel. */
  showsPanel(url: URL): boolean;
  /** What is the same in all addresses of one gift's picture; null for addresses of other things. */
  pictureKey(address: string): string | null;
  /** Whether an address is that of somebody's portrait: beside one stands a gift that was sent, not one on offer. */
  isPortrait(address: string): boolean;
  /** Selector of the places where gifts that were sent are told of. */
  readonly sent: string;
}

/** How sending a gift is recognised on a platform's pages: by the gift's picture and by what is made to be pressed. */
export interface GiftPanel {
  /** Selector of what is made to be pressed. */
  readonly controls: string;
  /** Selector of the one that sends, where there are several for one gift, or one for all gifts. */
  readonly sends: string;
  /** Selector of elements of which a press only chooses a gift. */
  readonly choices: string;
  /** Selector of the gift that is chosen. */
  readonly chosen: string;
  /** Whether `url` is where the page itself sends gifts to: a request to it shows that one was sent. */
  isSending(url: URL): boolean;
}

/** Where a platform sells its units, and how such a page is read. */
export interface CoinPage {
  /** Whether units are sold at `url`, or a purchase ends there. */
  shows(url: URL): boolean;
  /**
   * What the page says now, as the text of a frame via `document` that the platform's decoder reads; empty where it
   * says nothing yet. Looks only: the page is not touched.
   */
  read(document: ParentNode, url: URL, language: string): string;
  /** The frame for a page on which nothing was found for as long as pages take to build. */
  nothingFound(url: URL): string;
}

/**
 * What is read of a platform's pages where its traffic tells nothing. Parts of the page become frames via `element`, which
 * the platform's decoder reads. Everything here looks only: the page is not touched.
 */
export interface PageElements {
  /** Whether there is something to look at on `url`. */
  shows(url: URL): boolean;
  /** Selector of what holds the elements: only changes inside of it are heard of. */
  readonly within: string;
  /** Selector of the elements. */
  readonly elements: string;
  /** Attributes of elements that come late, such as a message's id. */
  readonly attributes: readonly string[];
  /** The frame for one element; empty where it tells of no payment. Nothing of other elements may get into a frame. */
  read(element: Element, url: URL): string;
  /** The frame for the page itself: who uses it, what it shows. Empty while it says nothing. */
  about(document: Document, url: URL): string;
  /** The frame for a page that lacks what it should hold, should it stay so; empty where all is there. */
  lacking(document: Document, url: URL): string;
}

/** A platform as content scripts use it. */
export interface Platform {
  readonly site: Site;
  readonly page: PageKnowledge;
  /** There where the platform sells its units on its own site. */
  readonly coinPage?: CoinPage;
  /** There where gifts are known only from what stands on the page. */
  readonly elements?: PageElements;
  /**
   * Matches the words of the platform's own in its traffic, whole: what it calls its messages. In a diagnostic every other
   * word is taken for somebody's.
   */
  readonly structure: RegExp;
  /** A decoder for one page. `place` is where the page is, for those who know before its first frame. */
  createDecoder(place?: PricePlace): Decoder;
}
