import { coinNumber } from './coin-number.ts';
import type { KnownGifts } from './known-gifts.ts';

/** How far above a gift's picture the element that is all about this gift may be. */
const MOST_LEVELS = 8;
/** More pictures than this are no single gift. */
const MOST_PICTURES = 12;
/** More words than this are no cell of a panel. */
const MOST_TEXTS = 40;

/** A text in a cell that is nothing but a number. */
export interface Amount {
  /** The innermost element around it. */
  readonly element: HTMLElement;
  readonly coins: number;
}

/** What is around one gift's picture and around no other gift's. */
export interface Surroundings {
  readonly picture: HTMLImageElement;
  readonly key: string;
  /** The elements, smallest first. */
  readonly around: readonly HTMLElement[];
  /** Numbers in the largest of them, in their order. */
  readonly amounts: readonly Amount[];
}

/** A gift on offer: the smallest element that holds its picture and its price. */
export interface GiftCell {
  readonly picture: HTMLImageElement;
  readonly key: string;
  readonly cell: HTMLElement;
  readonly amount: Amount;
  /** Where in the cell the price stands: alike in all cells of a panel. */
  readonly place: string;
}

/**
 * What is around a gift's picture. Null where the picture is no gift's, or tells of a gift that was sent: in the chat,
 * or beside somebody's portrait.
 */
export function surroundingsOf(picture: HTMLImageElement, known: KnownGifts): Surroundings | null {
  const key = known.keyOf(picture);
  if (key === null || picture.closest(known.sent) !== null) return null;
  const around: HTMLElement[] = [];
  let element = picture.parentElement;
  while (element !== null && element !== document.body && around.length < MOST_LEVELS) {
    const pictures = element.getElementsByTagName('img');
    if (pictures.length > MOST_PICTURES) break;
    const inside = [...pictures];
    if (inside.some((other) => (known.keyOf(other) ?? key) !== key)) break;
    if (inside.some((other) => known.isPortrait(other))) return null;
    around.push(element);
    element = element.parentElement;
  }
  const largest = around.at(-1);
  return { picture, key, around, amounts: largest === undefined ? [] : amountsIn(largest) };
}

/** The numbers in an element; none where it holds more words than a cell does. */
function amountsIn(element: HTMLElement): Amount[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const amounts: Amount[] = [];
  let before = '';
  let texts = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue?.trim() ?? '';
    if (text === '') continue;
    texts += 1;
    if (texts > MOST_TEXTS) return [];
    const parent = node.parentElement;
    const coins = coinNumber(text);
    // `× 3` is how often, not how much; and a number must be all that its element says.
    if (coins !== null && parent?.textContent?.trim() === text && !/^x$|[×✕✖]$/i.test(before)) {
      amounts.push({ element: parent, coins });
    }
    before = text;
  }
  return amounts;
}

/** The cell in which a gift's picture stands beside a price that the gift is known to have; null where none does. */
export function confirmedCell(
  { picture, key, around, amounts }: Surroundings,
  prices: readonly number[],
): GiftCell | null {
  const right = amounts.filter(({ coins }) => prices.includes(coins));
  for (const cell of around) {
    const amount = right.findLast(({ element }) => cell.contains(element));
    if (amount !== undefined) {
      return { picture, key, cell, amount, place: placeOf(amount.element, cell) };
    }
  }
  return null;
}

/**
 * The cell `cell` with the price that stands where `place` says, whatever it is: the page's own word counts. Null where
 * no number stands there, or more than one.
 */
export function cellWithPriceAt(
  { picture, key, amounts }: Surroundings,
  cell: HTMLElement,
  place: string,
): GiftCell | null {
  const [amount, ...more] = amounts.filter(
    ({ element }) => cell.contains(element) && placeOf(element, cell) === place,
  );
  return amount === undefined || more.length > 0 ? null : { picture, key, cell, amount, place };
}

/** The names of the elements from `cell` down to `element`. */
function placeOf(element: HTMLElement, cell: HTMLElement): string {
  const names: string[] = [];
  for (let at: HTMLElement | null = element; at !== null && at !== cell; at = at.parentElement) {
    names.unshift(at.localName);
  }
  return names.join('>');
}
