import { eventKey, type LotEvent } from '../core/costing.ts';
import type { EntryId } from '../core/ids.ts';
import type { UnitId } from '../core/units.ts';
import type { LedgerDatabase, StoredEntry } from './database.ts';
import { spendOf } from './spends.ts';
import { TotalChanges } from './totals.ts';

/** From which to which event of a unit something changed, by their keys. */
export interface ChangedStretch {
  readonly first: string;
  readonly last: string;
}

/**
 * What a run of changes does to the ledger beyond the entries themselves: to totals, and to costs, which have to be
 * worked out again where spends or purchases changed. Gathered before anything of it is written.
 */
export class LedgerChanges {
  readonly totals = new TotalChanges();
  readonly #stretches = new Map<UnitId, ChangedStretch>();
  readonly #inMoney = new Map<EntryId, StoredEntry>();

  /** Notes that an entry became another, came or went. `after` must be what is stored. */
  replace(before: StoredEntry | undefined, after: StoredEntry | undefined): void {
    this.totals.replace(before, after);
    if (before !== undefined) this.#inMoney.delete(before.id);
    for (const entry of [before, after]) {
      const spend = entry === undefined ? null : spendOf(entry);
      if (spend !== null && spend.unit !== null) this.touch(spend.unit, spend);
    }
    if (after !== undefined && spendOf(after)?.unit === null) this.#inMoney.set(after.id, after);
  }

  /** Notes that what moves a unit's lots changed at this event. */
  touch(unit: UnitId, event: LotEvent): void {
    const key = eventKey(event);
    const { first, last } = this.#stretches.get(unit) ?? { first: key, last: key };
    this.#stretches.set(unit, {
      first: key < first ? key : first,
      last: key > last ? key : last,
    });
  }

  /** Where costs have to be worked out again, by unit. */
  get stretches(): ReadonlyMap<UnitId, ChangedStretch> {
    return this.#stretches;
  }

  /** Changed entries that cost what the user says, and no units. */
  get inMoney(): readonly StoredEntry[] {
    return [...this.#inMoney.values()];
  }

  /** Writes the totals. Must run in the transaction that writes the entries. */
  async write(database: LedgerDatabase): Promise<void> {
    await this.totals.write(database);
  }
}
