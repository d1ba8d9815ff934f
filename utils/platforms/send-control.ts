import { confirmedCell, surroundingsOf } from './gift-cell.ts';
import type { KnownGifts } from './known-gifts.ts';
import type { GiftPanel } from './types.ts';

/** How far above a control the element may be that is about one gift, or holds the whole panel. */
const MOST_LEVELS = 8;
/** More pictures than this are no panel. */
const MOST_PICTURES = 400;

/** What a press would send. */
export interface SendControl {
  readonly control: HTMLElement;
  /** Inside of the gift's cell; the gift itself (quick send); or one for the gift that is chosen. */
  readonly kind: 'cell' | 'quick' | 'panel';
  /** The key of the gift's picture. */
  readonly key: string;
  /** What one costs, in units; null where neither the page nor a list says so. */
  readonly price: number | null;
}

/** What is known of a platform's gifts and how they are sent. */
export interface PanelKnowledge {
  readonly known: KnownGifts;
  readonly panel: GiftPanel;
}

/**
 * What a press on `target` sends; null where it sends nothing that is recognised. Looks only. A control is known by
 * what is around it: the picture of one gift and of no other, and nothing else to press that could be meant.
 */
export function sendControlAt(target: Element, about: PanelKnowledge): SendControl | null {
  const { known, panel } = about;
  const control = target.closest(panel.controls);
  if (!(control instanceof HTMLElement) || control.closest(known.sent) !== null) return null;
  const own = giftsIn(control, known);
  if (own === null) return null;
  if (own.length > 0) return quickSend(control, own, about);
  let around = control.parentElement;
  for (let level = 0; around !== null && level < MOST_LEVELS; level += 1) {
    if (around === document.body) return null;
    const gifts = giftsIn(around, known);
    if (gifts === null) return null;
    // A picture that is in something else to press belongs to that.
    const free = gifts.filter((picture) => ownerOf(picture, panel)?.contains(control) ?? true);
    if (free.length > 0) return besideGifts(control, around, free, about);
    around = around.parentElement;
  }
  return null;
}

/** The control that does now what `before` did: itself, or the one that a page drew in its place. Null in doubt. */
export function findAgain(before: SendControl, about: PanelKnowledge): HTMLElement | null {
  const isSame = (now: SendControl | null): boolean =>
    now?.key === before.key && now.kind === before.kind && now.price === before.price;
  if (before.control.isConnected && isSame(sendControlAt(before.control, about))) {
    return before.control;
  }
  const found = [...document.querySelectorAll<HTMLElement>(about.panel.controls)].filter(
    (control) => control.checkVisibility() && isSame(sendControlAt(control, about)),
  );
  const [first, ...more] = found;
  return first === undefined || more.length > 0 ? null : first;
}

/** Whether `target` is in a gift's cell: its picture is near, beside a number. */
export function isInGift(target: Element, { known }: PanelKnowledge): boolean {
  let around: Element | null = target;
  for (let level = 0; around !== null && level < MOST_LEVELS; level += 1) {
    if (around === document.body) return false;
    const [picture] = around instanceof HTMLElement ? (giftsIn(around, known) ?? []) : [];
    if (picture !== undefined) return (surroundingsOf(picture, known)?.amounts.length ?? 0) > 0;
    around = around.parentElement;
  }
  return false;
}

/** Whether anything in the page is recognised as sending a gift. */
export function anySendControl(about: PanelKnowledge): boolean {
  return [...document.querySelectorAll(about.panel.controls)].some(
    (control) => control.checkVisibility() && sendControlAt(control, about) !== null,
  );
}

/** The gifts' pictures in an element; null where it tells of a gift that somebody sent, or holds too much. */
function giftsIn(element: HTMLElement, known: KnownGifts): HTMLImageElement[] | null {
  const pictures =
    element instanceof HTMLImageElement ? [element] : [...element.getElementsByTagName('img')];
  if (pictures.length > MOST_PICTURES || pictures.some((other) => known.isPortrait(other))) {
    return null;
  }
  return pictures.filter((picture) => known.keyOf(picture) !== null);
}

/** A control that shows a gift sends it, unless it only chooses or has more to press in it. */
function quickSend(
  control: HTMLElement,
  pictures: readonly HTMLImageElement[],
  about: PanelKnowledge,
): SendControl | null {
  const { known, panel } = about;
  const isChoice = control.closest(panel.choices) !== null;
  if (isChoice || control.querySelector(panel.controls) !== null) return null;
  return forOneGift(control, 'quick', pictures, known);
}

function besideGifts(
  control: HTMLElement,
  around: HTMLElement,
  pictures: readonly HTMLImageElement[],
  { known, panel }: PanelKnowledge,
): SendControl | null {
  const isNamed = control.matches(panel.sends);
  if (new Set(pictures.map((picture) => known.keyOf(picture))).size > 1) {
    const chosen = pictures.filter((picture) => picture.closest(panel.chosen) !== null);
    return isNamed ? forOneGift(control, 'panel', chosen, known) : null;
  }
  const others = [...around.querySelectorAll(panel.controls)].filter((other) => other !== control);
  return others.length === 0 || isNamed ? forOneGift(control, 'cell', pictures, known) : null;
}

function forOneGift(
  control: HTMLElement,
  kind: SendControl['kind'],
  pictures: readonly HTMLImageElement[],
  known: KnownGifts,
): SendControl | null {
  const [picture] = pictures;
  const keys = new Set(pictures.map((one) => known.keyOf(one)));
  const key = picture === undefined ? null : known.keyOf(picture);
  if (picture === undefined || key === null || keys.size !== 1) return null;
  return { control, kind, key, price: priceOf(picture, key, known) };
}

/** The price beside the picture if the gift is known to have it; else the only one known; else the only number there. */
function priceOf(picture: HTMLImageElement, key: string, known: KnownGifts): number | null {
  const prices = known.pricesOf(key);
  const surroundings = surroundingsOf(picture, known);
  const confirmed = surroundings === null ? null : confirmedCell(surroundings, prices);
  if (confirmed !== null) return confirmed.amount.coins;
  const [only, ...more] = prices;
  if (only !== undefined && more.length === 0) return only;
  const amounts = new Set(surroundings?.amounts.map(({ coins }) => coins));
  const [written] = amounts;
  return amounts.size === 1 ? (written ?? null) : null;
}

/** The nearest thing to press that a picture is in. */
function ownerOf(picture: Element, { controls }: GiftPanel): Element | null {
  return picture.closest(controls);
}
