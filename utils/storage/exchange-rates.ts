import { addRates, type RateBook, type RateDay } from '../core/exchange-rate.ts';
import { fetchedSources } from '../core/exchange-rate-answers.ts';
import { shippedRates } from '../core/exchange-rate-snapshot.ts';
import {
  checkJumps,
  type FetchTrouble,
  type RateSourceId,
  type RateSourceState,
} from '../core/rate-sources.ts';
import type { Day, EpochMs } from '../core/time.ts';
import type { LedgerDatabase } from './database.ts';

/** All exchange rates that are known: those that ship and those that were fetched. */
export interface KnownRates {
  readonly book: RateBook;
  /** Differs where the book does. */
  readonly key: string;
}

const shipped = shippedRates();

/** Made from thousands of rates, and asked for with every batch of gifts. */
const made = new WeakMap<LedgerDatabase, KnownRates>();

/** The rates that ship with those that were fetched; of one day the fetched come last. */
export async function readRates(database: LedgerDatabase): Promise<KnownRates> {
  const states = await rateSourceStates(database);
  const fetched = states.flatMap(({ id, fetchedAt }) =>
    fetchedAt === null ? [] : [[id, fetchedAt]],
  );
  const restored = (await database.facts.get('rates-restored'))?.value ?? '';
  const latest = shipped.days.at(-1)?.day;
  const key = JSON.stringify([shipped.days.length, latest, restored, ...fetched]);
  const before = made.get(database);
  if (before?.key === key) {
    return before;
  }
  const days = states.length === 0 && restored === '' ? [] : await database.rateDays.toArray();
  const known = { book: addRates(shipped, days.sort(betterLast)), key };
  made.set(database, known);
  return known;
}

/** Notes that a backup brought rates, so that whoever remembers some reads them anew. In the transaction that keeps them. */
export async function noteRestoredRates({ facts }: LedgerDatabase, now: EpochMs): Promise<void> {
  await facts.put({ id: 'rates-restored', value: String(now) });
}

/** Of one day, those that were put in last are used first. */
function betterLast(a: RateDay, b: RateDay): number {
  return placeOf(b) - placeOf(a);
}

function placeOf({ source }: RateDay): number {
  return fetchedSources.indexOf(source);
}

/** How it went with each source that was asked. */
export async function rateSourceStates({
  rateSources,
}: LedgerDatabase): Promise<readonly RateSourceState[]> {
  return rateSources.toArray();
}

/**
 * Keeps what a source told, all of it or nothing: throws `NonsenseRates` for rates that cannot follow those before. A
 * day that is known already gets what it lacked, and what is newer.
 */
export async function keepRates(
  database: LedgerDatabase,
  source: RateSourceId,
  days: readonly RateDay[],
  now: EpochMs,
): Promise<void> {
  const { rateDays, rateSources } = database;
  await database.transaction('rw', rateDays, rateSources, async () => {
    const names = new Set(days.map((each) => each.source));
    const stored = await rateDays.filter((each) => names.has(each.source)).toArray();
    checkJumps([...shipped.days, ...stored], days);
    const before = new Map(stored.map((each) => [each.day, each]));
    await rateDays.bulkPut(
      days.map((each) => ({ ...each, rates: { ...before.get(each.day)?.rates, ...each.rates } })),
    );
    const state = await rateSources.get(source);
    await rateSources.put({
      id: source,
      triedAt: now,
      fetchedAt: now,
      day: latestDay([state?.day ?? null, ...days.map(({ day }) => day)]),
      trouble: '',
    });
  });
}

function latestDay(days: readonly (Day | null)[]): Day | null {
  return days.reduce(
    (latest, day) => (latest === null || (day ?? '') > latest ? day : latest),
    null,
  );
}

/** Notes why a source could not be used. What it told before stays. */
export async function noteRateTrouble(
  { rateSources }: LedgerDatabase,
  source: RateSourceId,
  trouble: FetchTrouble,
  now: EpochMs,
): Promise<void> {
  const { fetchedAt = null, day = null } = (await rateSources.get(source)) ?? {};
  await rateSources.put({ id: source, triedAt: now, fetchedAt, day, trouble });
}

/** The first day that a source is asked for: its last one, which it may have told before all banks had, else the latest that ships. */
export async function askSince(
  { rateSources }: LedgerDatabase,
  source: RateSourceId,
  today: Day,
): Promise<Day> {
  return (await rateSources.get(source))?.day ?? shipped.days.at(-1)?.day ?? today;
}
