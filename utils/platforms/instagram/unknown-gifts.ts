import { remember } from '../bounded.ts';

/** Names that are told once each. */
const MOST_NAMES = 50;

/** A field that is called after gifts and holds more than nothing, a switch or an empty list. */
const field = /"(\w{0,40}gifts?(?:_\w{0,40})?)":\s*(?!null|false|true|0\b|""|\[\s*\]|\{\s*\})/g;

/**
 * Finds what looks like gifts in Stars. In what form a live stream tells of them nobody has published, so nothing of it
 * becomes an entry; that something was there is told once, by the name of its field.
 */
export class UnknownGifts {
  readonly #told = new Set<string>();

  /** How many fields of an answer's text are new. */
  find(text: string): number {
    let found = 0;
    for (const [, name = ''] of text.matchAll(field)) {
      if (this.#told.has(name)) continue;
      remember(this.#told, name, MOST_NAMES);
      found += 1;
    }
    return found;
  }
}
