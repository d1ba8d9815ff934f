import type { GiftCell } from '../../utils/platforms/gift-cell.ts';
import { createOwnRoot } from '../overlay.content/own-root.ts';

/** The element that holds one price in money. Its root is closed: what the user pays is not the page's to read. */
export const TAG = 'gift-ledger-tag';

const texts = new WeakMap<Element, Text>();

/** Makes an empty tag. */
export function createTag(): HTMLElement {
  const { host, root } = createOwnRoot(TAG);
  const text = document.createTextNode('');
  root.append(text);
  texts.set(host, text);
  return host;
}

/** What a tag says; empty for one that is not ours. */
export function tagText(tag: Element): string {
  return texts.get(tag)?.data ?? '';
}

export function setTagText(tag: Element, words: string): void {
  const text = texts.get(tag);
  if (text !== undefined && text.data !== words) text.data = words;
}

/** Removes every tag in the page, also one that an earlier copy of this script left. */
export function removeAllTags(): void {
  for (const tag of document.querySelectorAll(TAG)) tag.remove();
}

/** Removes from a cell the tags that are not its own: a page that copies its elements copies tags too, without words. */
export function removeOtherTags(cell: Element, own: Element): void {
  for (const tag of [...cell.getElementsByTagName(TAG)]) if (tag !== own) tag.remove();
}

/**
 * The largest element that holds nothing but the price: with its coin, without the gift. The cell itself where the
 * price is a text beside the picture.
 */
export function priceBox({ cell, amount: { element }, picture }: GiftCell): HTMLElement {
  let box = element;
  for (
    let next = box.parentElement;
    box !== cell && next !== null && next !== cell && !next.contains(picture);
    next = next.parentElement
  ) {
    if (next.textContent?.trim() !== element.textContent?.trim()) break;
    box = next;
  }
  return box;
}

/** `below` is a line of its own under the price; `within` is inside the price, for cells that are a row. */
export type TagPlacement = 'below' | 'within';

/** Where a tag goes first. */
export function firstPlacement(box: HTMLElement, cell: HTMLElement): TagPlacement {
  const home = box.parentElement;
  if (box === cell || home === null) return 'within';
  const { display, flexDirection, justifyContent } = getComputedStyle(home);
  const isFlex = display.includes('flex');
  const isRow = isFlex && !flexDirection.startsWith('column');
  const isSpread = isFlex && justifyContent.startsWith('space');
  return isRow || isSpread ? 'within' : 'below';
}

const placed = new WeakMap<Element, { readonly at: TagPlacement; readonly coins: number }>();

/** Whether a tag is where it belongs. Within a price it depends on how wide the number is. */
export function isPlaced(tag: HTMLElement, box: HTMLElement, { amount }: GiftCell): boolean {
  const before = placed.get(tag);
  return before?.at === 'within'
    ? tag.parentElement === box && before.coins === amount.coins
    : tag.previousElementSibling === box;
}

/** Puts a tag at its place. It takes no room there. */
export function placeTag(
  tag: HTMLElement,
  box: HTMLElement,
  { amount }: GiftCell,
  at: TagPlacement,
): void {
  const home = at === 'below' ? box.parentElement : box;
  if (home === null) return;
  placed.set(tag, { at, coins: amount.coins });
  Object.assign(tag.style, look, styleAt(at, getComputedStyle(home)));
  tag.style.fontSize = fontSize(getComputedStyle(amount.element));
  if (at === 'below') box.after(tag);
  else box.append(tag);
}

/** How far a tag within a price must be moved to stand under the number, and how it is aligned there. */
export function shiftUnder(
  tag: HTMLElement,
  { cell, amount }: GiftCell,
): { readonly inset: string; readonly justifyContent: string } {
  const number = document.createRange();
  for (const node of amount.element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) number.selectNode(node);
  }
  const text = number.getBoundingClientRect();
  const outer = cell.getBoundingClientRect();
  const own = tag.getBoundingClientRect();
  const middle = text.x + text.width / 2;
  const isCentred = Math.abs(middle - (outer.x + outer.width / 2)) < 2;
  const start = getComputedStyle(amount.element).direction === 'rtl' ? text.right : text.x;
  return {
    inset: `${text.bottom - own.y - 1}px auto auto ${(isCentred ? middle : start) - own.x}px`,
    justifyContent: isCentred ? 'center' : 'start',
  };
}

/** What all tags have in common: written beside the page's own, not in the way of a click, without room. */
const look = {
  // Close to the price: below may stand what the page shows on hover.
  position: 'relative',
  inset: '-1px 0 auto auto',
  zIndex: 'auto',
  float: 'none',
  overflow: 'visible',
  boxSizing: 'content-box',
  margin: '0',
  padding: '0',
  border: '0',
  blockSize: '0',
  minBlockSize: '0',
  inlineSize: '0',
  flex: 'none',
  pointerEvents: 'none',
  userSelect: 'none',
  whiteSpace: 'nowrap',
  // Not the page's: a font of its own tells it for what it is asked.
  fontFamily: 'system-ui, sans-serif',
  lineHeight: '1.1',
  letterSpacing: 'normal',
  textIndent: '0',
  textTransform: 'none',
  fontVariantNumeric: 'tabular-nums',
  unicodeBidi: 'isolate',
};

function styleAt(placement: TagPlacement, home: CSSStyleDeclaration): Partial<CSSStyleDeclaration> {
  const hasGaps = /flex|grid/.test(home.display);
  return placement === 'below'
    ? {
        display: 'grid',
        minInlineSize: '100%',
        justifyContent: alignment(home),
        gridColumn: '1 / -1',
        // The gap before a line that takes no room is taken back.
        marginBlockStart: hasGaps ? `-${Number.parseFloat(home.rowGap) || 0}px` : '0',
      }
    : {
        display: 'inline-grid',
        minInlineSize: '0',
        alignSelf: 'end',
        verticalAlign: 'bottom',
        marginInlineStart: hasGaps ? `-${Number.parseFloat(home.columnGap) || 0}px` : '0',
      };
}

/** How the page aligns what stands in `home`, as the tag's own text is to be aligned. */
function alignment(home: CSSStyleDeclaration): 'center' | 'start' | 'end' {
  const { display, textAlign, alignItems, justifyItems } = home;
  const items = display.includes('grid')
    ? justifyItems
    : display.includes('flex')
      ? alignItems
      : '';
  const way = /center|end/.test(items) ? items : textAlign;
  return /center/.test(way) ? 'center' : /end|right/.test(way) ? 'end' : 'start';
}

/** A little smaller than the price. */
function fontSize({ fontSize: size }: CSSStyleDeclaration): string {
  return `${Math.round(Number.parseFloat(size) * 9.2) / 10 || 11}px`;
}
