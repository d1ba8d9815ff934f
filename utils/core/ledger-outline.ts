import type { EpochMs } from './time.ts';

/** A piece of a list of entries: those between two moments, both included. */
export interface Block {
  readonly oldest: EpochMs;
  readonly newest: EpochMs;
  /** How many entries it is told to have; what is read of it may correct that. */
  readonly count: number;
  /** How many entries have to be looked at to find them, as far as it is known; `count` at least. */
  readonly among: number;
}

/** As many entries as are read at once to be shown; a block of more is cut first. */
const MOST_IN_A_BLOCK = 400;

/** As many entries as are looked at to show a few of them; a block that needs more is cut first. */
const MOST_LOOKED_AT = 4_000;

/** As many as a block is cut to. */
const ENTRIES_IN_A_BLOCK = 200;

/** Whether a block is to be cut before it is read: one of a single moment cannot be. */
export function isToBeCut({ count, among, oldest, newest }: Block): boolean {
  return (count > MOST_IN_A_BLOCK || among > MOST_LOOKED_AT) && newest > oldest;
}

/** Entries, newest first, as blocks. Those of one moment stay together, so that a block's moments say all of it. */
export function blocksOf(newestFirst: readonly { readonly at: EpochMs }[]): Block[] {
  const blocks: Block[] = [];
  let open: { -readonly [Name in keyof Block]: Block[Name] } | null = null;
  for (const { at } of newestFirst) {
    if (open === null || (open.count >= ENTRIES_IN_A_BLOCK && at !== open.oldest)) {
      open = { oldest: at, newest: at, count: 0, among: 0 };
      blocks.push(open);
    }
    open.oldest = at;
    open.count += 1;
    open.among = open.count;
  }
  return blocks;
}

/** Where in a list a row is. */
export interface RowPlace {
  readonly block: Block;
  /** The row's number in its block. */
  readonly offset: number;
}

/**
 * A long list as the blocks it is made of, newest first: enough to know how long it is and where each row is to be
 * read from, without having read it.
 */
export class Outline {
  readonly #blocks: Block[] = [];
  /** How many rows are before each block. */
  #starts: number[] = [];
  #count = 0;

  /** How many rows there are. */
  get count(): number {
    return this.#count;
  }

  /** Adds older blocks at the end. */
  append(blocks: readonly Block[]): void {
    for (const block of blocks) {
      this.#starts.push(this.#count);
      this.#blocks.push(block);
      this.#count += block.count;
    }
  }

  /** Puts others in the place of a block. Nothing where it is not part of the list any more. */
  replace(block: Block, others: readonly Block[]): void {
    const index = this.#blocks.indexOf(block);
    if (index < 0) return;
    this.#blocks.splice(index, 1, ...others);
    this.#starts = [];
    this.#count = 0;
    for (const { count } of this.#blocks) {
      this.#starts.push(this.#count);
      this.#count += count;
    }
  }

  /** Where row number `row` is, counted from 0; null beyond the end. */
  placeOf(row: number): RowPlace | null {
    if (row < 0 || row >= this.#count) return null;
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    const block = this.#blocks[low];
    return block === undefined ? null : { block, offset: row - (this.#starts[low] ?? 0) };
  }

  /** The blocks that hold the rows from `first` to `last`, both included. */
  between(first: number, last: number): Block[] {
    const blocks: Block[] = [];
    const end = Math.min(last, this.#count - 1);
    for (let row = Math.max(0, first); row <= end; ) {
      const place = this.placeOf(row);
      if (place === null) break;
      blocks.push(place.block);
      row += place.block.count - place.offset;
    }
    return blocks;
  }
}
