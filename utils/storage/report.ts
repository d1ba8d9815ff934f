import type { DaySpan } from '../core/budget-period.ts';
import type { Whose } from '../core/creator.ts';
import { FORGOTTEN } from '../core/forgotten.ts';
import type { AccountId, PlatformId } from '../core/ids.ts';
import type { Payout } from '../core/payout.ts';
import type { GifterTotal } from '../core/received-totals.ts';
import {
  byDays,
  byPlatform,
  cameIn,
  doubtsOf,
  paidSums,
  type ReceivedRow,
  type Report,
  type ReportCreator,
  type ReportStream,
} from '../core/report.ts';
import {
  daysOfTaxYear,
  eachDay,
  eachMonth,
  type ReportAsked,
  type TaxYearStart,
} from '../core/report-address.ts';
import { compareSums } from '../core/summing.ts';
import { dayOf, daysOfMonth, type EpochMs, type TimeZone } from '../core/time.ts';
import type { PersonView } from '../core/views.ts';
import { type WorthRates, worthRates } from '../core/worth.ts';
import { readOperated } from './book.ts';
import type { LedgerDatabase } from './database.ts';
import { personViews } from './ledger-rows.ts';
import { type IsOf, ownCreators } from './own-creators.ts';
import { firstEntryAt } from './queries.ts';
import { giftersOnDays, receivedOnDays } from './received-queries.ts';
import { reportOfStream } from './report-of-stream.ts';
import { reportStream, streamsOfDays } from './report-streams.ts';

/** What a report has to be told. */
export interface ReportContext {
  readonly now: EpochMs;
  /** The zone that the ledger counts days in. */
  readonly zone: TimeZone;
  readonly taxYear: TaxYearStart;
}

/** A report from totals alone: some rows for each day and stream. Null where there is no such stream. */
export async function reportOf(
  database: LedgerDatabase,
  asked: ReportAsked,
  context: ReportContext,
): Promise<Report | null> {
  const { payouts, ownWorths } = await readOperated(database);
  const rates = worthRates(ownWorths, payouts);
  return asked.kind === 'stream'
    ? reportOfStream(database, asked, rates, context)
    : reportOfDays(database, asked, rates, payouts, context);
}

type OfDays = Exclude<ReportAsked, { kind: 'stream' }>;

async function reportOfDays(
  database: LedgerDatabase,
  asked: OfDays,
  rates: WorthRates,
  payouts: readonly Payout[],
  { now, zone, taxYear }: ReportContext,
): Promise<Report> {
  const span =
    asked.kind === 'year' ? daysOfTaxYear(asked.year, taxYear) : daysOfMonth(asked.month);
  const isWanted = wanted(asked, await ownCreators(database));
  const days = { from: span.first, to: span.last };
  const rows = (await receivedOnDays(database, days)).filter((row) =>
    isWanted(row.platform, row.creator),
  );
  const gave = (await giftersOnDays(database, days)).filter((row) =>
    isWanted(row.platform, row.creator),
  );
  const streams: ReportStream[] = [];
  for (const stream of await streamsOfDays(database, span, zone, whoseOf(asked), isWanted)) {
    streams.push(await reportStream(database, stream, rates));
  }
  const came = cameIn(rows, rates);
  const platforms = byPlatform(rows, rates);
  const spans = asked.kind === 'year' ? eachMonth(span) : eachDay(span);
  const isOwn = asked.kind !== 'agency' && asked.creator === null;
  const paid = isOwn ? payouts.filter(({ at }) => isWithin(dayOf(at, zone), span)) : [];
  const ledgerFrom = await firstEntryAt(database, 'received');
  const begins = ledgerFrom === null ? null : dayOf(ledgerFrom, zone);
  return {
    asked,
    made: now,
    zone,
    span,
    creator: await creatorOf(database, asked),
    came,
    gifters: peopleIn(gave).size,
    newGifters: await newOnDays(database, span, isWanted),
    platforms,
    parts: byDays(rows, spans, rates),
    streams,
    creators:
      asked.kind === 'agency' ? await creatorRows(database, rows, gave, streams, rates) : [],
    gifts: [],
    givers: [],
    payouts: paid,
    paid: paidSums(paid),
    doubts: doubtsOf({
      over: dayOf(now, zone) > span.last,
      begins: begins !== null && begins > span.first && begins <= span.last ? begins : null,
      came,
      streams,
      platforms,
      byHand: gave
        .filter(({ session, platform }) => session === `${platform}:`)
        .reduce((sum, { entries }) => sum + entries, 0),
    }),
  };
}

const isWithin = (day: string, { first, last }: DaySpan): boolean => day >= first && day <= last;

const whoseOf = (asked: OfDays): Whose =>
  asked.kind === 'agency' ? 'all' : (asked.creator ?? 'mine');

function wanted(asked: OfDays, isOwn: IsOf): IsOf {
  if (asked.kind === 'agency') {
    return (platform, creator) => creator !== FORGOTTEN && !isOwn(platform, creator);
  }
  const { creator: only } = asked;
  return only === null
    ? isOwn
    : (platform, creator) => creator === only.id && platform === only.platform;
}

async function creatorOf(database: LedgerDatabase, asked: OfDays): Promise<PersonView | null> {
  if (asked.kind === 'agency' || asked.creator === null) return null;
  const { platform, id } = asked.creator;
  return (await personViews(database, [asked.creator])).get(`${platform}:${id}`) ?? null;
}

type Gave = Pick<GifterTotal, 'platform' | 'creator' | 'person'>;

/** Everyone who gave and can be named. */
function peopleIn(gave: readonly Gave[]): ReadonlySet<string> {
  return new Set(
    gave.flatMap(({ platform, person }) =>
      person === '' || person === FORGOTTEN ? [] : [`${platform}:${person}`],
    ),
  );
}

/** How many people first gave within a span. */
async function newOnDays(
  { supporters }: LedgerDatabase,
  span: DaySpan,
  isWanted: IsOf,
): Promise<number> {
  const all = await supporters
    .filter(({ platform, creator }) => isWanted(platform, creator))
    .toArray();
  const firsts = Map.groupBy(all, ({ platform, person }) => `${platform}:${person}`);
  return [...firsts.values()].filter((of) => {
    const first = of.map((each) => each.first).sort()[0];
    return first !== undefined && isWithin(first, span);
  }).length;
}

async function creatorRows(
  database: LedgerDatabase,
  rows: readonly ReceivedRow[],
  gave: readonly Gave[],
  streams: readonly ReportStream[],
  rates: WorthRates,
): Promise<ReportCreator[]> {
  const keyOf = (of: { readonly platform: PlatformId; readonly creator: AccountId | '' }) =>
    `${of.platform}:${of.creator}`;
  const streamed = Map.groupBy(streams, ({ stream }) => keyOf(stream));
  const received = Map.groupBy(rows, keyOf);
  const known = [...rows, ...streams.map(({ stream }) => stream)].flatMap(
    ({ platform, creator }) => (creator === '' ? [] : [{ platform, id: creator }]),
  );
  const names = await personViews(database, known);
  const distinct = new Map(known.map((each) => [`${each.platform}:${each.id}`, each]));
  return [...distinct]
    .map(([key, { platform, id }]): ReportCreator => {
      const own = streamed.get(key) ?? [];
      return {
        ...cameIn(received.get(key) ?? [], rates),
        platform,
        creator: names.get(key) ?? { id, handle: '', name: '' },
        gifters: peopleIn(gave.filter((each) => keyOf(each) === key)).size,
        streams: own.length,
        liveMs: own.reduce((sum, { stream }) => sum + stream.liveMs, 0),
        unseenMs: own.reduce((sum, { unseenMs }) => sum + (unseenMs ?? 0), 0),
      };
    })
    .sort((a, b) => compareSums(a.gifts, b.gifts));
}
