/**
 * How two rows of the same key, from two ledgers, make one. Every rule gives the same in either order and for the same
 * row twice, so that backups can be restored in any order and any number.
 */
import { joinBattles, joinRankings, joinRunning } from '../../core/battle.ts';
import { canonicalJson } from '../../core/canonical.ts';
import { mergeEntries } from '../../core/entry.ts';
import type { RateDay, RateText } from '../../core/exchange-rate.ts';
import { FORGOTTEN } from '../../core/forgotten.ts';
import { joinNames } from '../../core/person-names.ts';
import { uniteSpans } from '../../core/spans.ts';
import type {
  LearnedOffers,
  StoredAccount,
  StoredBalance,
  StoredGift,
  StoredNotice,
  StoredPerson,
  StoredSession,
} from '../database.ts';
import type { KeptEntry } from './rows.ts';

const earlier = <T extends number>(a: T, b: T): T => (a < b ? a : b);
const later = <T extends number>(a: T, b: T): T => (a > b ? a : b);

/** Of two facts the known one; of two that differ the same one whichever comes first. */
function known<T extends string>(a: T, b: T): T {
  return a > b ? a : b;
}

/** The higher of two prices; the known one where only one is. */
function higher<T extends number>(a: T | null, b: T | null): T | null {
  return a === null || b === null ? (a ?? b) : later(a, b);
}

/** Of two versions the one that was made or seen later; at the same time always the same one. */
function latest<T>(a: T, b: T, when: (row: T) => string | number): T {
  const [timeA, timeB] = [when(a), when(b)];
  if (timeA === timeB) return canonicalJson(a) > canonicalJson(b) ? a : b;
  return timeA > timeB ? a : b;
}

export function joinEntries(a: KeptEntry, b: KeptEntry): KeptEntry {
  const entry = mergeEntries(a, b);
  return {
    ...entry,
    // Between the user's own accounts: sent, as where both are known from the beginning.
    direction: known(a.direction, b.direction),
    assumedPrice: entry.unitPrice === null ? higher(a.assumedPrice, b.assumedPrice) : null,
  };
}

export function joinSessions(a: StoredSession, b: StoredSession): StoredSession {
  const creator = known(a.creator, b.creator);
  return {
    ...a,
    creator,
    title: creator === FORGOTTEN ? '' : known(a.title, b.title),
    firstAt: earlier(a.firstAt, b.firstAt),
    lastAt: later(a.lastAt, b.lastAt),
    endedAt:
      a.endedAt === null || b.endedAt === null
        ? (a.endedAt ?? b.endedAt)
        : earlier(a.endedAt, b.endedAt),
    watched: uniteSpans(a.watched, b.watched),
    battles: joinBattles(a.battles, b.battles),
    running: joinRunning(a.running, b.running),
    ranking: joinRankings(a.ranking, b.ranking),
  };
}

export function joinPeople(a: StoredPerson, b: StoredPerson): StoredPerson {
  return { ...a, ...joinNames(a, b) };
}

export function joinGifts(a: StoredGift, b: StoredGift): StoredGift {
  return {
    ...latest(a, b, ({ at }) => at),
    icon: known(a.icon, b.icon),
    price: higher(a.price, b.price),
  };
}

export function joinAccounts(a: StoredAccount, b: StoredAccount): StoredAccount {
  return { ...a, at: earlier(a.at, b.at) };
}

/** Prices that were taken back on either side stay taken back, until the user lets them hold again. */
export function joinOffers(a: LearnedOffers, b: LearnedOffers): LearnedOffers {
  return {
    ...latest(a, b, ({ at }) => -at),
    lastAt: later(a.lastAt, b.lastAt),
    refused: a.refused || b.refused,
  };
}

export function joinBalances(a: StoredBalance, b: StoredBalance): StoredBalance {
  return { ...a, units: later(a.units, b.units), lastAt: later(a.lastAt, b.lastAt) };
}

/** What either knows. Of two rates, or two bases, always the same one: nobody can tell which a source took back. */
export function joinRates(a: RateDay, b: RateDay): RateDay {
  if (a.base !== b.base) return a.base > b.base ? a : b;
  const rates = new Map<string, RateText>();
  for (const [currency, rate] of [...Object.entries(a.rates), ...Object.entries(b.rates)]) {
    if (rate === undefined) continue;
    const other = rates.get(currency) ?? rate;
    rates.set(currency, other > rate ? other : rate);
  }
  return { ...a, rates: Object.fromEntries(rates) };
}

export function joinNotices(a: StoredNotice, b: StoredNotice): StoredNotice {
  return { ...a, at: earlier(a.at, b.at), seen: a.seen || b.seen };
}
