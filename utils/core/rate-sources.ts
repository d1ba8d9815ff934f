import { checkJump, type RateDay, type RateText, type RateTrouble } from './exchange-rate.ts';
import { type Asked, readCurrencyApi, readFrankfurter } from './exchange-rate-answers.ts';
import type { CurrencyCode } from './ids.ts';
import { currencyCode } from './money.ts';
import { rateHosts } from './rate-hosts.ts';
import type { Day, EpochMs } from './time.ts';

/** A source of exchange rates that needs no key, by the name that it is stored under. */
export type RateSourceId = keyof typeof rateHosts;

/** How a source is asked and read. */
export interface RateSource {
  readonly id: RateSourceId;
  /** What it is called. */
  readonly label: string;
  /** The only host that is asked. */
  readonly host: string;
  /** What to ask for, in order: all days from `since` to `today`, or as many as the source tells at once. */
  requests(since: Day, today: Day): readonly string[];
  /** Reads one answer. Throws `NonsenseRates`; nothing of the answer is used then. */
  read(text: string, asked: Asked): readonly RateDay[];
}

/** The base of all that is asked for: that of the rates that ship, so that the two can be compared. */
export const ratesBase: CurrencyCode = currencyCode('EUR');

/** Days that are asked for at once: their answer stays far under the largest one that is read. */
const DAYS_AT_ONCE = 90;

/** Runs of days that are asked for at most: ten years. */
const MOST_RUNS = 40;

/**
 * The sources in the order in which they are asked, the second only where the first fails. All currencies are asked for,
 * so that no source learns which ones matter here. The second tells its latest day only: what it leaves out the first
 * one fills in later.
 */
export const rateSources: readonly RateSource[] = [
  {
    id: 'frankfurter',
    label: 'Frankfurter',
    host: rateHosts.frankfurter,
    requests: (since, today) =>
      runsOfDays(since, today).map(
        ({ from, to }) =>
          `https://${rateHosts.frankfurter}/v2/rates?base=${ratesBase}&from=${from}&to=${to}`,
      ),
    read: readFrankfurter,
  },
  {
    id: 'currency-api',
    label: 'fawazahmed0/exchange-api',
    host: rateHosts['currency-api'],
    requests: () => [
      `https://${rateHosts['currency-api']}/npm/@fawazahmed0/currency-api@latest/v1/currencies/${ratesBase.toLowerCase()}.min.json`,
    ],
    read: readCurrencyApi,
  },
];

/** The days from `since` to `today`, both included, in runs; one run where `since` is not before `today`. */
function runsOfDays(since: Day, today: Day): readonly { readonly from: Day; readonly to: Day }[] {
  const last = Temporal.PlainDate.from(today);
  const runs: { from: Day; to: Day }[] = [];
  let from = Temporal.PlainDate.from(since < today ? since : today);
  while (runs.length < MOST_RUNS && Temporal.PlainDate.compare(from, last) <= 0) {
    const end = from.add({ days: DAYS_AT_ONCE - 1 });
    const to = Temporal.PlainDate.compare(end, last) < 0 ? end : last;
    runs.push({ from: from.toString() as Day, to: to.toString() as Day });
    from = end.add({ days: 1 });
  }
  return runs;
}

/** Why no rates came from a source, by name. */
export type FetchTrouble = RateTrouble | 'unreachable' | 'too-slow' | 'no-such-page';

/** How it went with one source so far. */
export interface RateSourceState {
  readonly id: RateSourceId;
  readonly triedAt: EpochMs;
  /** When rates last came from it; null where never. */
  readonly fetchedAt: EpochMs | null;
  /** The latest day that it told of. */
  readonly day: Day | null;
  /** Why the last try failed; empty where it did not. A {@link FetchTrouble}, or what another version calls it. */
  readonly trouble: string;
}

const HOUR = 3_600_000;

/** Rates change once a day; a little less, so that a daily alarm that comes early is not in vain. */
const FRESH_MS = 20 * HOUR;

/** After a try that failed. */
const AGAIN_MS = 3 * HOUR;

/** Whether it is time to ask: nothing came for most of a day, and the last try is some hours ago. A clock that was set back counts as time. */
export function isRateFetchDue(states: readonly RateSourceState[], now: EpochMs): boolean {
  const within = (at: EpochMs | null, span: number) => at !== null && at <= now && now - at < span;
  return !states.some(
    ({ fetchedAt, triedAt }) => within(fetchedAt, FRESH_MS) || within(triedAt, AGAIN_MS),
  );
}

/** In so many days no currency loses nine tenths of its worth; in years one may. */
const COMPARED_DAYS = 60;

/**
 * Checks new rates against the latest known of each currency, those among them included. `known` holds rates of the same
 * source and those that ship. Throws `NonsenseRates` where one moved by more than a factor of ten.
 */
export function checkJumps(known: readonly RateDay[], days: readonly RateDay[]): void {
  const fresh = new Set(days);
  const inOrder = [...known, ...days]
    .filter(({ base }) => base === ratesBase)
    .sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  const latest = new Map<CurrencyCode, { readonly rate: RateText; readonly day: Day }>();
  for (const each of inOrder) {
    if (fresh.has(each)) checkJump(recentBefore(latest, each), each);
    for (const [currency, rate] of ratesIn(each)) latest.set(currency, { rate, day: each.day });
  }
}

function recentBefore(
  latest: ReadonlyMap<CurrencyCode, { readonly rate: RateText; readonly day: Day }>,
  { day, base }: RateDay,
): RateDay {
  const first = Temporal.PlainDate.from(day).subtract({ days: COMPARED_DAYS }).toString();
  const recent = [...latest].filter(([, known]) => known.day >= first);
  return {
    day,
    base,
    rates: Object.fromEntries(recent.map(([currency, { rate }]) => [currency, rate])),
    source: '',
  };
}

/** The rates of a day, by currency. */
export function ratesIn({ rates }: RateDay): readonly (readonly [CurrencyCode, RateText])[] {
  return Object.entries(rates) as [CurrencyCode, RateText][];
}
