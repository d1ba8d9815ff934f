import type { LedgerFilter } from '../core/ledger-filter.ts';
import { type Block, blocksOf, isToBeCut, Outline } from '../core/ledger-outline.ts';
import { RunningSums } from '../core/ledger-sums.ts';
import type { LedgerRow } from '../core/ledger-views.ts';
import type { TimeZone } from '../core/time.ts';
import type { LedgerDatabase } from './database.ts';
import { type LedgerPlan, planLedger } from './ledger-plan.ts';
import { ledgerRows } from './ledger-rows.ts';
import { cutBlock, readBlock, readHead, walkLedger } from './ledger-scan.ts';

/** Blocks that are kept beside those in view, so that scrolling a little back reads nothing. */
const KEPT_BLOCKS = 6;

/** One reading of a filter: how long the list is, and the rows that were read of it. */
interface Reading {
  readonly plan: LedgerPlan;
  readonly outline: Outline;
  readonly sums: RunningSums;
  readonly rows: Map<Block, readonly LedgerRow[]>;
  complete: boolean;
}

/**
 * The entries that a filter wants, for a list of which only a part is in view: its length and sums are worked out from
 * newest to oldest while the first rows are there already, and of its rows only those near the view are in memory.
 */
export class LedgerReader {
  readonly #database: LedgerDatabase;
  readonly #filter: LedgerFilter;
  readonly #zone: TimeZone;
  readonly #onChange: () => void;
  #shown: Reading | null = null;
  #view = { first: 0, last: 0 };
  #walking = false;
  #stale = false;
  #loading = false;
  #stopped = false;
  #trouble = '';

  constructor(
    database: LedgerDatabase,
    filter: LedgerFilter,
    zone: TimeZone,
    onChange: () => void,
  ) {
    this.#database = database;
    this.#filter = filter;
    this.#zone = zone;
    this.#onChange = onChange;
  }

  /** How many rows are known of so far. */
  get count(): number {
    return this.#shown?.outline.count ?? 0;
  }

  /** Whether the length and the sums are still growing. */
  get counting(): boolean {
    return this.#shown?.complete !== true && this.#trouble === '';
  }

  /** What the rows known so far add up to; null before anything was read. */
  get sums(): RunningSums | null {
    return this.#shown?.sums ?? null;
  }

  /** The name of what keeps the ledger from being read; empty when all is well. */
  get trouble(): string {
    return this.#trouble;
  }

  /** Row number `index`; null while it is not read. */
  rowAt(index: number): LedgerRow | null {
    const place = this.#shown?.outline.placeOf(index) ?? null;
    return place === null ? null : (this.#shown?.rows.get(place.block)?.[place.offset] ?? null);
  }

  /** Tells which rows are in view, both included: they are read, and what is far from them is let go. */
  show(first: number, last: number): void {
    this.#view = { first, last };
    void this.#load();
  }

  /** Reads from the beginning, or again after the ledger changed: what is shown stays until it is replaced. */
  async read(): Promise<void> {
    this.#stale = true;
    if (this.#walking) return;
    this.#walking = true;
    try {
      while (this.#stale && !this.#stopped) {
        this.#stale = false;
        await this.#walk();
        this.#trouble = '';
      }
    } catch (error) {
      this.#trouble = error instanceof Error ? error.name : 'UnknownError';
    } finally {
      this.#walking = false;
    }
    this.#tell();
  }

  /** Gives up whatever is being read. */
  stop(): void {
    this.#stopped = true;
  }

  async #walk(): Promise<void> {
    const plan = await planLedger(this.#database, this.#filter, this.#zone);
    const reading: Reading = {
      plan,
      outline: new Outline(),
      sums: new RunningSums(),
      rows: new Map(),
      complete: false,
    };
    const first = this.#shown === null;
    if (first) this.#shown = reading;
    for await (const { blocks, totals } of walkLedger(this.#database, plan)) {
      if (this.#stopped) return;
      reading.outline.append(blocks);
      reading.sums.add(totals);
      if (first) this.#news();
    }
    reading.complete = true;
    if (!first) await this.#read(reading, () => false);
    this.#shown = reading;
    this.#news();
  }

  #news(): void {
    this.#tell();
    void this.#load();
  }

  #tell(): void {
    if (!this.#stopped) this.#onChange();
  }

  async #load(): Promise<void> {
    const reading = this.#shown;
    if (reading === null || this.#loading) return;
    this.#loading = true;
    try {
      await this.#read(reading, () => this.#shown !== reading);
    } catch (error) {
      this.#trouble = error instanceof Error ? error.name : 'UnknownError';
      this.#tell();
    } finally {
      this.#loading = false;
    }
    if (this.#shown !== reading) void this.#load();
  }

  /** Reads the blocks in view one after the other; the view may move meanwhile. */
  async #read(reading: Reading, isOver: () => boolean): Promise<void> {
    const { plan, outline, rows } = reading;
    for (;;) {
      const inView = outline.between(this.#view.first, this.#view.last);
      const block = inView.find((each) => !rows.has(each));
      if (block === undefined || isOver() || this.#stopped) return;
      if (isToBeCut(block) && this.#showsBeginning(outline, block)) {
        await this.#readBeginning(reading, block);
      } else if (isToBeCut(block)) {
        outline.replace(block, await cutBlock(this.#database, plan, block));
      } else {
        const read = await ledgerRows(this.#database, await readBlock(this.#database, plan, block));
        // The ledger may have changed since it was counted, and what is void was never counted.
        const kept = read.length === block.count ? block : { ...block, count: read.length };
        if (kept !== block) outline.replace(block, kept.count === 0 ? [] : [kept]);
        rows.set(kept, read);
        forget(rows, new Set([...inView, kept]));
      }
      if (this.#shown === reading) this.#tell();
    }
  }

  /** Whether the view shows the newest rows of a block, or nearly so: scrolled there, and not jumped into it. */
  #showsBeginning(outline: Outline, block: Block): boolean {
    const top = outline.placeOf(this.#view.first);
    return top?.block !== block || top.offset <= this.#view.last - this.#view.first;
  }

  /** Reads the newest rows of a block, and puts what is left of it behind them. */
  async #readBeginning({ plan, outline, rows }: Reading, block: Block): Promise<void> {
    const { rows: newest, rest } = await readHead(this.#database, plan, block);
    const read = await ledgerRows(this.#database, newest);
    const heads = blocksOf(newest);
    let start = 0;
    for (const head of heads) {
      rows.set(head, read.slice(start, start + head.count));
      start += head.count;
    }
    outline.replace(block, rest === null ? heads : [...heads, rest]);
    forget(rows, new Set(outline.between(this.#view.first, this.#view.last)));
  }
}

/** Lets go of the rows that were read longest ago and are not in view. */
function forget(rows: Map<Block, unknown>, inView: ReadonlySet<Block>): void {
  for (const block of rows.keys()) {
    if (rows.size <= inView.size + KEPT_BLOCKS) return;
    if (!inView.has(block)) rows.delete(block);
  }
}
