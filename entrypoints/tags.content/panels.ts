import type { GiftCell } from '../../utils/platforms/gift-cell.ts';

/** How far above its cells the element may be that holds them all. */
const MOST_LEVELS = 3;
/** Cells remembered of one panel before those that are gone are looked for the first time. */
const MANY = 400;

/** A kind of cell: how deep below the panel, and where in it the price stands. */
interface Kind {
  readonly level: number;
  readonly place: string;
  readonly cells: Set<HTMLElement>;
  /** Beyond so many cells those that are gone are looked for. */
  many: number;
}

/**
 * Which cells stand together. A gift's picture beside a number can be many things; several of them, each with its own
 * gift's price at the same place, are a panel.
 */
export class Panels {
  readonly #cells = new WeakMap<HTMLElement, GiftCell>();
  readonly #kinds = new WeakMap<HTMLElement, Map<string, Kind>>();

  /** What is known of an element as a cell. */
  get(cell: HTMLElement): GiftCell | undefined {
    return this.#cells.get(cell);
  }

  add(gift: GiftCell): void {
    this.#cells.set(gift.cell, gift);
    for (const [level, panel] of above(gift.cell).entries()) {
      const kinds = this.#kinds.get(panel) ?? new Map<string, Kind>();
      this.#kinds.set(panel, kinds);
      const name = `${level} ${gift.place}`;
      const kind = kinds.get(name) ?? { level, place: gift.place, cells: new Set(), many: MANY };
      kinds.set(name, kind);
      kind.cells.add(gift.cell);
      if (kind.cells.size > kind.many) {
        for (const cell of kind.cells) if (!this.#isIn(cell, panel, kind)) kind.cells.delete(cell);
        // Twice what is there now: a panel of thousands is not gone through for each of its cells.
        kind.many = Math.max(MANY, kind.cells.size * 2);
      }
    }
  }

  delete(cell: HTMLElement): void {
    this.#cells.delete(cell);
  }

  /** Another gift's cell of the same kind beside `gift`; null where it stands alone. */
  neighbour({ cell, key, place }: GiftCell): GiftCell | null {
    for (const [level, panel] of above(cell).entries()) {
      const kind = this.#kinds.get(panel)?.get(`${level} ${place}`);
      if (kind === undefined) continue;
      for (const other of this.#live(kind, panel)) {
        if (other.key !== key) return other;
      }
    }
    return null;
  }

  /** Where cells that stand beside `element` have their price; empty where there are none of at least two gifts. */
  placesBeside(element: HTMLElement): string[] {
    return above(element).flatMap((panel, level) =>
      [...(this.#kinds.get(panel)?.values() ?? [])]
        .filter((kind) => kind.level === level && this.#hasTwo(kind, panel))
        .map(({ place }) => place),
    );
  }

  #hasTwo(kind: Kind, panel: HTMLElement): boolean {
    let first: string | null = null;
    for (const { key } of this.#live(kind, panel)) {
      if (first !== null && first !== key) return true;
      first = key;
    }
    return false;
  }

  /** Cells that are still there, forgetting the others on the way. */
  *#live(kind: Kind, panel: HTMLElement): Generator<GiftCell> {
    for (const cell of kind.cells) {
      const gift = this.#cells.get(cell);
      if (gift !== undefined && this.#isIn(cell, panel, kind)) yield gift;
      else kind.cells.delete(cell);
    }
  }

  #isIn(cell: HTMLElement, panel: HTMLElement, { level, place }: Kind): boolean {
    return (
      this.#cells.get(cell)?.place === place && cell.isConnected && above(cell)[level] === panel
    );
  }
}

/** The elements above a cell that may be its panel, nearest first. */
function above(cell: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  let element = cell.parentElement;
  while (element !== null && element !== document.body && found.length < MOST_LEVELS) {
    found.push(element);
    element = element.parentElement;
  }
  return found;
}
