import type { Table } from 'dexie';
import { FORGOTTEN } from '../core/forgotten.ts';
import type { AccountId, PlatformId } from '../core/ids.ts';
import {
  type GifterTotal,
  type GiftTotal,
  type MinuteTotal,
  type ReceivedShares,
  receivedSharesOf,
  type SupporterTotal,
} from '../core/received-totals.ts';
import { supporterOf } from '../core/supporters.ts';
import type { PlacedEntry } from '../core/totals.ts';
import type { LedgerDatabase } from './database.ts';
import { LargeGiftChanges } from './large-gifts.ts';
import { apply, type Changes, gather } from './sum-changes.ts';
import { totalKeys } from './total-keys.ts';

/** Changes to the totals of what came in: by person, gift and minute, gathered before anything is written. */
export class ReceivedChanges {
  readonly #gifter: Changes<GifterTotal> = new Map();
  readonly #supporter: Changes<SupporterTotal> = new Map();
  readonly #gift: Changes<GiftTotal> = new Map();
  readonly #minute: Changes<MinuteTotal> = new Map();
  readonly #large = new LargeGiftChanges();
  /** Those who have a day more or less: since when they give is worked out once, at the end. */
  readonly #people = new Map<string, [PlatformId, AccountId | '', AccountId]>();

  /** Takes the share of `before` out of every total and puts that of `after` in. Either may be absent. */
  replace(before: PlacedEntry | undefined, after: PlacedEntry | undefined): void {
    const [gone, come] = [before, after].map((entry) =>
      entry === undefined ? null : receivedSharesOf(entry),
    );
    if (gone) this.#add(gone, -1);
    if (come) this.#add(come, 1);
    this.#large.replace(gone?.large ?? null, come?.large ?? null);
  }

  #add({ gifter, supporter, gift, minute }: ReceivedShares, sign: 1 | -1): void {
    gather(this.#gifter, gifter, totalKeys.gifterTotals(gifter), sign);
    gather(this.#supporter, supporter, totalKeys.supporterTotals(supporter), sign);
    gather(this.#gift, gift, totalKeys.giftTotals(gift), sign);
    if (minute !== null) gather(this.#minute, minute, totalKeys.minuteTotals(minute), sign);
  }

  /** How many rows change that are in memory. */
  get size(): number {
    return this.#gifter.size + this.#supporter.size + this.#gift.size + this.#minute.size;
  }

  /**
   * Writes what was gathered so far. Must run in the transaction that writes the entries, and after it wrote them; in it
   * {@link learnSupporters} has to follow.
   */
  async writeSoFar(database: LedgerDatabase): Promise<void> {
    const [days] = await Promise.all([
      apply(database.gifterTotals, this.#gifter, totalKeys.gifterTotals),
      apply(database.supporterTotals, this.#supporter, totalKeys.supporterTotals),
      apply(database.giftTotals, this.#gift, totalKeys.giftTotals),
      apply(database.minuteTotals, this.#minute, totalKeys.minuteTotals),
      this.#large.write(database),
    ]);
    for (const { platform, creator, person } of days) {
      if (person === '' || person === FORGOTTEN) continue;
      this.#people.set(JSON.stringify([platform, creator, person]), [platform, creator, person]);
    }
    for (const written of [this.#gifter, this.#supporter, this.#gift, this.#minute]) {
      written.clear();
    }
  }

  /** Works out anew since when those give who have a day more or less: nearly always nobody. */
  async learnSupporters(database: LedgerDatabase): Promise<void> {
    for (const key of this.#people.values()) await learnSupporter(database, key);
    this.#people.clear();
  }
}

/** The tables that hold what came in, all worked out from entries. */
export function receivedTables(database: LedgerDatabase): readonly Table[] {
  const { gifterTotals, supporterTotals, giftTotals, minuteTotals, largeGifts, supporters } =
    database;
  return [gifterTotals, supporterTotals, giftTotals, minuteTotals, largeGifts, supporters];
}

async function learnSupporter(
  { gifterTotals, supporters }: LedgerDatabase,
  key: [PlatformId, AccountId | '', AccountId],
): Promise<void> {
  const [platform, creator, person] = key;
  const days = await gifterTotals
    .where('[person+day]')
    .between([person, ''], [person, '\uffff'])
    .filter((row) => row.platform === platform && row.creator === creator)
    .toArray();
  const supporter = supporterOf(days, person);
  if (supporter === null) await supporters.delete(key);
  else await supporters.put(supporter);
}
