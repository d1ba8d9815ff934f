import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { epochMs } from '../../utils/core/time.ts';
import type { Frame, PageElements } from '../../utils/platforms/types.ts';

/** How often it is looked whether the page shows what holds the elements: nothing is heard of the rest of the page. */
const LOOK_MS = 1_000;

/** How long an element must read the same before it is believed: pages build them piece by piece. */
const SETTLE_MS = 150;

/** Elements that are read in one go. */
const MOST_AT_ONCE = 50;

/** Beyond that many changed elements it is cheaper to look at all of them anew. */
const MOST_WAITING = 2_000;

/** Frames that are remembered as told: lists that show only a part draw the same element again and again. */
const MOST_TOLD = 5_000;

/** By then a page has come to show what it shows. */
const BUILT_MS = 8_000;

/** Gives what a page's elements say as frames, each once. Looks only; where there is nothing to look at it does not. */
export function watchElements(
  ctx: Pick<ContentScriptContext, 'setInterval' | 'setTimeout' | 'onInvalidated'>,
  elements: PageElements,
  onFrame: (frame: Frame) => void,
): void {
  const watch = new ElementWatch(ctx, elements, onFrame);
  watch.look();
  ctx.setInterval(() => watch.look(), LOOK_MS);
  ctx.onInvalidated(() => watch.stop());
}

class ElementWatch {
  readonly #ctx: Pick<ContentScriptContext, 'setTimeout'>;
  readonly #page: PageElements;
  readonly #onFrame: (frame: Frame) => void;
  readonly #observer = new MutationObserver((records) => this.#hear(records));
  #roots: readonly Element[] = [];
  /** What was added, in which elements are still to be found. */
  readonly #added = new Set<Element>();
  readonly #waiting = new Set<Element>();
  readonly #read = new WeakMap<Element, string>();
  readonly #told = new Set<string>();
  #ticking = false;
  #url = '';
  #lackingSince: number | null = null;
  #about = '';

  constructor(
    ctx: Pick<ContentScriptContext, 'setTimeout'>,
    page: PageElements,
    onFrame: (frame: Frame) => void,
  ) {
    this.#ctx = ctx;
    this.#page = page;
    this.#onFrame = onFrame;
  }

  /** Finds out what the page shows now, and listens to that alone. */
  look(): void {
    const url = new URL(document.URL);
    const arrived = url.href !== this.#url;
    if (arrived) {
      this.#url = url.href;
      this.#lackingSince = null;
      this.#about = '';
      // The same element may stand for something else now.
      this.stop();
    }
    if (!this.#page.shows(url)) return;
    const roots = [...document.querySelectorAll(this.#page.within)];
    if (roots.length !== this.#roots.length || roots.some((root, n) => root !== this.#roots[n])) {
      this.#listen(roots);
    }
    const about = this.#page.about(document, url);
    if (about !== '' && about !== this.#about) {
      this.#about = about;
      this.#give(about);
    }
    this.#miss(this.#page.lacking(document, url));
  }

  /** What a page lacks is told once it had time to come. */
  #miss(lacking: string): void {
    if (lacking === '') this.#lackingSince = null;
    else {
      this.#lackingSince ??= Date.now();
      if (Date.now() - this.#lackingSince > BUILT_MS) this.#tell(lacking);
    }
  }

  stop(): void {
    this.#observer.disconnect();
    this.#roots = [];
    this.#added.clear();
    this.#waiting.clear();
  }

  #listen(roots: readonly Element[]): void {
    this.#observer.disconnect();
    for (const root of roots) {
      this.#observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: [...this.#page.attributes],
      });
      if (!this.#roots.includes(root)) this.#added.add(root);
    }
    this.#roots = roots;
    this.#tickSoon();
  }

  #hear(records: readonly MutationRecord[]): void {
    for (const { target, addedNodes } of records) {
      this.#changed(target);
      for (const node of addedNodes) {
        if (node instanceof Element) this.#added.add(node);
      }
    }
    if (this.#waiting.size + this.#added.size > MOST_WAITING) {
      this.#waiting.clear();
      this.#added.clear();
      for (const root of this.#roots) this.#added.add(root);
    }
    this.#tickSoon();
  }

  #changed(node: Node): void {
    const inside = node instanceof Element ? node : node.parentElement;
    const element = inside?.closest(this.#page.elements) ?? null;
    if (element !== null) this.#waiting.add(element);
  }

  #tickSoon(): void {
    if (this.#ticking || this.#added.size + this.#waiting.size === 0) return;
    this.#ticking = true;
    this.#ctx.setTimeout(() => {
      this.#ticking = false;
      this.#tick();
      this.#tickSoon();
    }, SETTLE_MS);
  }

  #tick(): void {
    for (const added of take(this.#added)) {
      this.#changed(added);
      for (const element of added.querySelectorAll(this.#page.elements)) this.#waiting.add(element);
    }
    const url = new URL(document.URL);
    // The page went elsewhere within the last moment: what stands there is looked at anew.
    if (url.href !== this.#url) return;
    for (const element of take(this.#waiting)) {
      const said = element.isConnected ? this.#page.read(element, url) : '';
      const before = this.#read.get(element);
      this.#read.set(element, said);
      if (said === '') continue;
      if (said === before) this.#tell(said);
      else this.#waiting.add(element);
    }
  }

  #tell(body: string): void {
    const frame = `${this.#url} ${body}`;
    if (this.#told.has(frame)) return;
    this.#told.add(frame);
    const [oldest] = this.#told;
    if (this.#told.size > MOST_TOLD && oldest !== undefined) this.#told.delete(oldest);
    this.#give(body);
  }

  #give(body: string): void {
    const at = epochMs(Date.now());
    this.#onFrame({ at, via: 'element', dir: 'in', url: this.#url, body });
  }
}

/** Takes so many out of a set that reading them does not keep the page waiting. */
function take(set: Set<Element>): Element[] {
  const some = [...set].slice(0, MOST_AT_ONCE);
  for (const one of some) set.delete(one);
  return some;
}
