import type { GiftCells } from './types.ts';

/** What is known of gifts, asked by the pictures in a page. */
export class KnownGifts {
  readonly sent: string;
  readonly #cells: GiftCells;
  readonly #prices: ReadonlyMap<string, readonly number[]>;
  /** What addresses say, kept by picture as long as its address stays. */
  readonly #seen = new WeakMap<
    Element,
    { readonly address: string; readonly key: string | null }
  >();

  constructor(cells: GiftCells, prices: Readonly<Record<string, readonly number[]>>) {
    this.#cells = cells;
    this.#prices = new Map(Object.entries(prices));
    this.sent = cells.sent;
  }

  /** The key of a gift's picture; null for all other pictures. */
  keyOf(picture: HTMLImageElement): string | null {
    // What is shown may be one of several sources.
    const address = picture.currentSrc || picture.src;
    const before = this.#seen.get(picture);
    if (before?.address === address) return before.key;
    const key = this.#cells.pictureKey(address);
    const known = key !== null && this.#prices.has(key) ? key : null;
    this.#seen.set(picture, { address, key: known });
    return known;
  }

  isPortrait(picture: HTMLImageElement): boolean {
    return this.#cells.isPortrait(picture.currentSrc || picture.src);
  }

  /** The prices that the gift with this picture is known to have: none, one, or several gifts' that share a picture. */
  pricesOf(key: string): readonly number[] {
    return this.#prices.get(key) ?? [];
  }
}
