import type { Correction } from '../../core/correction.ts';
import type { AccountId, EntryId } from '../../core/ids.ts';
import { directionOf } from '../../core/ownership.ts';
import type { SessionId } from '../../core/totals.ts';
import { selvesOf } from '../accounts.ts';
import { correctionsOf, withCorrection } from '../corrected.ts';
import { type CostContext, listedCost } from '../costs.ts';
import type { LedgerDatabase, StoredEntry } from '../database.ts';
import { hides } from '../forgets.ts';
import { type LedgerContext, place, sameEntry } from '../ledger.ts';
import type { LedgerChanges } from '../ledger-changes.ts';
import { Names } from '../names.ts';
import type { People } from '../people.ts';
import { addNewEntries } from '../recent-entries.ts';
import { sessionIdOf } from '../sessions.ts';
import { anyHidden } from '../told-events.ts';
import { toldUnderStoredIds } from './hidden-entries.ts';
import { joinEntries } from './joins.ts';
import type { KeptEntry } from './rows.ts';
import { keptOf } from './tables.ts';

/** What placing entries has to be told. */
export type PlaceContext = Pick<LedgerContext, 'now' | 'zone' | 'cataloguePrice'>;

/** … and with it what costs depend on, as far as it is known by then. */
export interface JoinContext extends PlaceContext {
  readonly costs: CostContext;
}

/** How many rows were not there before, and how many say more than they did. */
export interface Joined {
  added: number;
  changed: number;
}

interface Pair {
  readonly before: StoredEntry | undefined;
  readonly after: KeptEntry;
}

interface Adding {
  readonly rows: readonly KeptEntry[];
  readonly fresh: readonly Placed[];
  /** The places of those that are in the ledger already. */
  readonly there: Promise<ReadonlySet<number>>;
}

interface Placed {
  /** Under which it was told. */
  readonly id: EntryId;
  readonly before: StoredEntry | undefined;
  readonly after: StoredEntry;
}

/**
 * Joins entries with those of the ledger and moves totals along; costs come after, and so does what the backup's own
 * operations say. Works inside a transaction.
 */
export class EntryJoiner {
  readonly joined: Joined = { added: 0, changed: 0 };
  readonly #database: LedgerDatabase;
  readonly #changes: LedgerChanges;
  readonly #people: People;
  readonly #context: JoinContext;
  /** The hosts of streams that are known, read once. */
  #hosts: ReadonlyMap<SessionId, AccountId | ''> | undefined;
  /** Entries that are being added while the next ones are worked out. */
  #adding: Adding | null = null;
  /** Whether any stored entry is without its people; not asked again for while it cannot have changed. */
  #hides: boolean | undefined;
  /** Whether what is told is mostly not in the ledger; found out by what was told so far. */
  #mostlyNew: boolean;
  /** Whether any correction is there, which may wait for an entry. */
  #corrects: boolean | undefined;

  constructor(
    database: LedgerDatabase,
    people: People,
    changes: LedgerChanges,
    context: JoinContext,
  ) {
    this.#database = database;
    this.#people = people;
    this.#changes = changes;
    this.#context = context;
    this.#mostlyNew = !people.forgets;
  }

  /**
   * Entries of another ledger. Sessions must be joined before. What is new is being written still when this returns:
   * {@link finish} has to come in the end.
   */
  async join(told: readonly KeptEntry[]): Promise<void> {
    this.#hides ??= await anyHidden(this.#database);
    const rows = this.#hides ? await toldUnderStoredIds(this.#database, told) : told;
    if (!this.#mostlyNew) {
      await this.finish();
      await this.#joinStored(rows);
      return;
    }
    const fresh = await this.#place(rows.map((after) => ({ before: undefined, after })));
    await this.finish();
    if (fresh.some(({ after }) => hides(after))) this.#hides = undefined;
    const there = addNewEntries(
      this.#database,
      fresh.map(({ after }) => after),
    );
    // Whether it went well is asked in `finish`; a cancelled restore comes to none.
    there.catch(() => undefined);
    this.#adding = { rows, fresh, there };
  }

  /** Waits for what is still being written. */
  async finish(): Promise<void> {
    if (this.#adding === null) return;
    const { rows, fresh, there } = this.#adding;
    this.#adding = null;
    const known = await there;
    this.#note(fresh.filter((_, index) => !known.has(index)));
    if (known.size > rows.length / 2) this.#mostlyNew = false;
    if (known.size > 0) await this.#joinStored(rows.filter((_, index) => known.has(index)));
  }

  /** Entries of which some may be in the ledger. */
  async #joinStored(others: readonly KeptEntry[]): Promise<void> {
    const stored = await this.#database.entries.bulkGet(others.map(({ id }) => id));
    await this.#put(
      others.map((row, index) => {
        const before = stored[index];
        return { before, after: before === undefined ? row : joinEntries(keptOf(before), row) };
      }),
    );
  }

  /** Entries of sessions whose host is known only now. */
  async identify(sessions: Iterable<SessionId>): Promise<void> {
    for (const session of sessions) {
      const entries = await this.#database.entries
        .where('[session+at]')
        .between([session, 0], [session, Number.POSITIVE_INFINITY])
        .toArray();
      await this.#put(entries.map((before) => ({ before, after: keptOf(before) })));
    }
  }

  /** Payments that waited because it was not known whose they are: of accounts or hosts that are known now. */
  async judge(): Promise<void> {
    const { undecided, entries } = this.#database;
    const waiting = await undecided.toArray();
    if (waiting.length === 0) return;
    const selves = await selvesOf(this.#database);
    const hosts = await this.#readHosts();
    const stored = await entries.bulkGet(waiting.map(({ id }) => id));
    const names = new Names();
    const pairs: Pair[] = [];
    const judged: StoredEntry['id'][] = [];
    waiting.forEach(({ seenAt: _seenAt, sighting, ...entry }, index) => {
      const before = stored[index];
      const self = selves.get(entry.platform);
      const host = hosts.get(sessionIdOf(entry)) || null;
      const direction =
        before?.direction ?? (self === undefined ? 'undecided' : directionOf(entry, host, self));
      if (direction === 'undecided') return;
      judged.push(entry.id);
      if (direction === 'others') return;
      const fresh = { ...entry, direction, assumedPrice: null };
      pairs.push({
        before,
        after: before === undefined ? fresh : joinEntries(keptOf(before), fresh),
      });
      names.addGift(sighting);
    });
    await this.#put(pairs);
    await names.write(this.#database);
    await undecided.bulkDelete(judged);
  }

  /** Entries without a price whose gift's price is known now. */
  async price(): Promise<void> {
    const entries = await this.#database.entries.where('priceless').equals(1).toArray();
    const pairs: Pair[] = [];
    for (const before of entries) {
      const { platform, gift } = before;
      if (gift === null) continue;
      const listed = await this.#database.gifts.get([platform, gift]);
      const assumedPrice = listed?.price ?? this.#context.cataloguePrice(platform, gift);
      if (assumedPrice !== null) pairs.push({ before, after: { ...keptOf(before), assumedPrice } });
    }
    await this.#put(pairs);
  }

  async #put(pairs: readonly Pair[]): Promise<void> {
    const placed = (await this.#place(pairs)).filter(
      ({ before, after }) => before === undefined || !sameEntry(before, after),
    );
    this.#note(placed);
    const { entries } = this.#database;
    await entries.bulkDelete(placed.flatMap(({ id, after }) => (after.id === id ? [] : [id])));
    await entries.bulkPut(placed.map(({ after }) => after));
  }

  #note(placed: readonly Placed[]): void {
    for (const { before, after } of placed) {
      this.#changes.replace(before, after);
      this.joined[before === undefined ? 'added' : 'changed'] += 1;
      if (hides(after)) this.#hides = undefined;
    }
  }

  /** Entries as they are to be stored, in the same order. */
  async #place(pairs: readonly Pair[]): Promise<readonly Placed[]> {
    const hosts = await this.#readHosts();
    const corrections = await this.#correctionsOf(
      pairs.flatMap(({ before, after }) => (before === undefined ? [after.id] : [])),
    );
    return pairs.map(({ before, after }) => {
      const correction = before === undefined ? corrections.get(after.id) : before.correction;
      const host = hosts.get(sessionIdOf(after)) ?? '';
      const fresh = this.#people.placed(placed(after, before, correction, this.#context), host);
      // Nearly always right, and then the entry is not written a second time when costs are worked out.
      const cost = before === undefined ? listedCost(fresh, this.#context.costs) : fresh.cost;
      return { id: after.id, before, after: { ...fresh, cost } };
    });
  }

  async #correctionsOf(ids: readonly EntryId[]): Promise<ReadonlyMap<EntryId, Correction>> {
    this.#corrects ??= (await this.#database.corrections.count()) > 0;
    return this.#corrects ? correctionsOf(this.#database, ids) : new Map();
  }

  async #readHosts(): Promise<ReadonlyMap<SessionId, AccountId | ''>> {
    if (this.#hosts === undefined) {
      const hosts = new Map<SessionId, AccountId | ''>();
      await this.#database.sessions.each(({ id, creator }) => void hosts.set(id, creator));
      this.#hosts = hosts;
    }
    return this.#hosts;
  }
}

/** What came from elsewhere does not grow here; what grows here goes on growing. */
function placed(
  entry: KeptEntry,
  before: StoredEntry | undefined,
  correction: Correction | undefined,
  context: PlaceContext,
): StoredEntry {
  const { openSince: _now, ...fresh } = place(entry, entry.direction, entry.assumedPrice, context);
  const { openSince, cost = null } = before ?? {};
  const open = openSince === undefined || entry.ended ? {} : { openSince };
  return withCorrection({ ...fresh, creator: '', cost, ...open }, correction);
}
