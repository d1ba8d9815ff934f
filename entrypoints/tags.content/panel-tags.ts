import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import {
  cellWithPriceAt,
  confirmedCell,
  type GiftCell,
  type Surroundings,
  surroundingsOf,
} from '../../utils/platforms/gift-cell.ts';
import type { KnownGifts } from '../../utils/platforms/known-gifts.ts';
import { Panels } from './panels.ts';
import { placeTags } from './place-tags.ts';
import { createTag, removeAllTags, setTagText, TAG } from './tag-element.ts';

/** Pictures looked at in any frame: more than a panel draws anew at once, so that its tags come with it. */
const AT_ONCE = 200;
/** How much of a frame all beyond that may take; the rest waits for the next. */
const FRAME_MS = 5;
/** Where placing the tags of one frame took longer than this, the page is large: the next wait in proportion. */
const SLOW_MS = 15;
const REST = 8;
const LONGEST_REST_MS = 1_000;
/** More gifts than any panel draws at once. */
const MOST_TAGS = 1_000;
/** How far above a changed text a gift's cell may be. */
const MOST_LEVELS = 8;

/** What a tag says for a number of coins. */
export type WordsFor = (coins: number) => string;

/** Keeps one tag in every gift's cell of a page, while it scrolls and draws its cells anew. */
export class PanelTags {
  readonly #ctx: Pick<ContentScriptContext, 'isValid'>;
  readonly #known: KnownGifts;
  readonly #wordsFor: WordsFor;
  readonly #observer = new MutationObserver((records) => this.#note(records));
  /** Pictures to look at in the next frame. */
  readonly #queue = new Set<HTMLImageElement>();
  readonly #panels = new Panels();
  readonly #tags = new WeakMap<HTMLElement, HTMLElement>();
  /** The cell in which a picture was last found. */
  readonly #cellOf = new WeakMap<HTMLImageElement, HTMLElement>();
  /** Cells that wait for a second one beside them. */
  readonly #alone = new WeakSet<HTMLElement>();
  /** The picture that an element is all about: where a text changes in it, its price may have changed. */
  readonly #about = new WeakMap<Element, HTMLImageElement>();
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(ctx: Pick<ContentScriptContext, 'isValid'>, known: KnownGifts, wordsFor: WordsFor) {
    this.#ctx = ctx;
    this.#known = known;
    this.#wordsFor = wordsFor;
  }

  start(): void {
    this.#observer.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['src', 'srcset'],
    });
    this.#enqueueAll(document);
  }

  /** Stops and leaves nothing behind. */
  stop(): void {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    removeAllTags();
  }

  #note(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'attributes') {
        this.#enqueue(target);
        continue;
      }
      for (const node of addedNodes) this.#enqueue(node);
      for (const node of removedNodes) this.#enqueue(node);
      this.#enqueueAround(target);
    }
    this.#soon();
  }

  #enqueue(node: Node): void {
    if (node instanceof HTMLImageElement) this.#queue.add(node);
    else if (node instanceof Element) this.#enqueueAll(node);
  }

  #enqueueAll(around: ParentNode): void {
    for (const picture of around.querySelectorAll('img')) this.#queue.add(picture);
    this.#soon();
  }

  #enqueueAround(node: Node): void {
    let element = node instanceof Element ? node : node.parentElement;
    for (let level = 0; element !== null && level < MOST_LEVELS; level += 1) {
      const picture = this.#about.get(element);
      if (picture !== undefined) {
        this.#queue.add(picture);
        return;
      }
      element = element.parentElement;
    }
  }

  #soon(): void {
    if (this.#queue.size > 0 && this.#frame === 0 && this.#rest === undefined) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        this.#draw();
      });
    }
  }

  /** Looks at the pictures that wait, first reading all, then writing. */
  #draw(): void {
    if (!this.#ctx.isValid) {
      this.stop();
      return;
    }
    const start = performance.now();
    const seen: Surroundings[] = [];
    let looked = 0;
    for (const picture of this.#queue) {
      this.#queue.delete(picture);
      const surroundings = this.#look(picture);
      if (surroundings !== null) seen.push(surroundings);
      looked += 1;
      if (looked >= AT_ONCE && performance.now() > start + FRAME_MS) break;
    }
    const room = MOST_TAGS - document.getElementsByTagName(TAG).length;
    const jobs = seen
      .flatMap((surroundings) => this.#cellAround(surroundings) ?? [])
      .map((gift) => ({ gift, tag: this.#tagOf(gift) }));
    placeTags([
      ...jobs.filter(({ tag }) => tag.isConnected),
      ...jobs.filter(({ tag }) => !tag.isConnected).slice(0, Math.max(0, room)),
    ]);
    // What was just done to the page is no news.
    this.#observer.takeRecords();
    this.#restOrGoOn(performance.now() - start);
  }

  #restOrGoOn(spent: number): void {
    if (this.#queue.size > 0 && spent > SLOW_MS) {
      this.#rest = setTimeout(
        () => {
          this.#rest = undefined;
          this.#soon();
        },
        Math.min(spent * REST, LONGEST_REST_MS),
      );
    }
    this.#soon();
  }

  /** Reads what is around a picture, and notes it as a cell if its own price is there. Null where no tag can be. */
  #look(picture: HTMLImageElement): Surroundings | null {
    const surroundings = picture.isConnected ? surroundingsOf(picture, this.#known) : null;
    const gift =
      surroundings === null
        ? null
        : confirmedCell(surroundings, this.#known.pricesOf(surroundings.key));
    const before = this.#cellOf.get(picture);
    if (before !== undefined && before !== gift?.cell) this.#forget(picture, before);
    for (const element of surroundings?.around ?? []) this.#about.set(element, picture);
    if (gift !== null) this.#keep(gift);
    return surroundings;
  }

  #keep(gift: GiftCell): void {
    this.#panels.add(gift);
    this.#cellOf.set(gift.picture, gift.cell);
  }

  #forget(picture: HTMLImageElement, cell: HTMLElement): void {
    this.#cellOf.delete(picture);
    if (this.#panels.get(cell)?.picture !== picture) return;
    this.#panels.delete(cell);
    this.#tags.get(cell)?.remove();
  }

  /** The cell to be tagged: one of several alike. */
  #cellAround(surroundings: Surroundings): GiftCell | null {
    const { picture, around } = surroundings;
    const own = this.#cellOf.get(picture);
    const gift = own === undefined ? undefined : this.#panels.get(own);
    if (gift?.picture === picture) {
      const neighbour = this.#panels.neighbour(gift);
      if (neighbour === null) {
        this.#alone.add(gift.cell);
        this.#tags.get(gift.cell)?.remove();
        return null;
      }
      if (this.#alone.delete(neighbour.cell)) this.#queue.add(neighbour.picture);
      return gift;
    }
    for (const cell of around) {
      for (const place of this.#panels.placesBeside(cell)) {
        const priced = cellWithPriceAt(surroundings, cell, place);
        if (priced === null) continue;
        this.#keep(priced);
        return priced;
      }
    }
    return null;
  }

  #tagOf({ cell, amount }: GiftCell): HTMLElement {
    const tag = this.#tags.get(cell) ?? createTag();
    this.#tags.set(cell, tag);
    setTagText(tag, this.#wordsFor(amount.coins));
    return tag;
  }
}
