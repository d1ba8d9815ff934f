import { type Seen, seenOf } from './battle.ts';
import type { DaySpan } from './budget-period.ts';
import type { MoneyRange } from './conversion.ts';
import type { EntryKind } from './gift-event.ts';
import type { AccountId, CurrencyCode, GiftId, PlatformId } from './ids.ts';
import type { LedgerSum } from './ledger-views.ts';
import type { LiveStream, Stretch } from './live-stream.ts';
import type { Payout } from './payout.ts';
import type { GiftTally } from './received-totals.ts';
import type { ReportAsked } from './report-address.ts';
import { compareSums, sumOf, unitsIn } from './summing.ts';
import type { Day, EpochMs, TimeZone } from './time.ts';
import { emptyTally, type TotalUnit } from './totals.ts';
import { type AmountUnit, type UnitId, type Units, units } from './units.ts';
import type { PersonView } from './views.ts';
import { sumWorth, type WorthRate, type WorthRates } from './worth.ts';

/** A total of what came in, as a part of a report. */
export interface ReceivedRow extends GiftTally {
  readonly platform: PlatformId;
  readonly creator: AccountId | '';
  readonly kind: EntryKind;
  readonly unit: TotalUnit;
}

/** What came in: gifts, and apart from them subscriptions and chests, whose coins go to viewers. */
export interface Came {
  readonly gifts: LedgerSum;
  /** What the gifts are worth, about; null where no rate tells it for all of them. */
  readonly worth: MoneyRange | null;
  readonly subscriptions: LedgerSum;
  readonly chests: LedgerSum;
}

/** What came in on one platform, and the rates that its worth is told by. */
export interface ReportPlatform extends Came {
  readonly platform: PlatformId;
  readonly rates: readonly WorthRate[];
}

/** When a part of a report is: whole days, or a stretch of a stream. */
export type PartTime = DaySpan | Stretch;

/** What came in during a part of the time. */
export interface ReportPart extends Came {
  readonly time: PartTime;
}

/** One stream in a report. Its sums are of the whole stream. */
export interface ReportStream extends Came {
  readonly stream: LiveStream;
  readonly creator: PersonView | null;
  readonly gifters: number;
  /** On air but not seen, in milliseconds; null where nobody noted it. */
  readonly unseenMs: number | null;
  /** What the platform itself said last that came in; null where it did not. */
  readonly told: (Seen & { readonly unit: UnitId }) | null;
}

/** One creator in an agency's report. */
export interface ReportCreator extends Came {
  readonly platform: PlatformId;
  readonly creator: PersonView;
  readonly gifters: number;
  readonly streams: number;
  readonly liveMs: number;
  readonly unseenMs: number;
}

/** One gift in a report, however often it came. */
export interface ReportGift {
  readonly platform: PlatformId;
  readonly gift: GiftId | '';
  readonly name: string;
  readonly sum: LedgerSum;
}

/** Somebody who gave. */
export interface ReportGiver {
  readonly platform: PlatformId;
  readonly person: PersonView;
  readonly sum: LedgerSum;
}

/** Payouts of one currency together, in minor units. */
export interface PaidSum {
  readonly currency: CurrencyCode;
  readonly arrived: number;
  readonly fees: number;
  readonly tax: number;
}

/** What a report does not know, or knows by other means than seeing it. */
export type ReportDoubt =
  | { readonly what: 'not-over' }
  | { readonly what: 'begins'; readonly day: Day }
  | { readonly what: 'unseen'; readonly ms: number }
  | { readonly what: 'unnoted'; readonly streams: number }
  | { readonly what: 'missed'; readonly unit: UnitId; readonly units: number }
  | { readonly what: 'unpriced'; readonly payments: number }
  | { readonly what: 'no-rate'; readonly unit: AmountUnit }
  | { readonly what: 'by-hand'; readonly payments: number };

/** Everything that a report says. */
export interface Report {
  readonly asked: ReportAsked;
  readonly made: EpochMs;
  readonly zone: TimeZone;
  /** Its days, both included; of a stream those from its begin to its end. */
  readonly span: DaySpan;
  /** Whose it is; null for the user's own, and for an agency's. */
  readonly creator: PersonView | null;
  readonly came: Came;
  /** People who gave and can be named, and those of them who never gave before. */
  readonly gifters: number;
  readonly newGifters: number;
  readonly platforms: readonly ReportPlatform[];
  /** In their order, also those in which nothing came in. */
  readonly parts: readonly ReportPart[];
  /** The earliest first. */
  readonly streams: readonly ReportStream[];
  /** Only in an agency's. */
  readonly creators: readonly ReportCreator[];
  /** Only of a stream: the most first. */
  readonly gifts: readonly ReportGift[];
  readonly givers: readonly ReportGiver[];
  /** Only in the user's own of months and years; the earliest first. */
  readonly payouts: readonly Payout[];
  readonly paid: readonly PaidSum[];
  readonly doubts: readonly ReportDoubt[];
}

/** The sum of rows, each unit by itself, with the number of payments. */
export function receivedSum(
  rows: readonly (GiftTally & { readonly unit: TotalUnit; readonly kind?: EntryKind })[],
): LedgerSum {
  const summands = rows.map((row) => ({ ...emptyTally, kind: 'gift' as const, ...row }));
  return {
    ...sumOf(summands, null),
    entries: rows.reduce((sum, { entries }) => sum + entries, 0),
  };
}

/** What rows come to, kind by kind. */
export function cameIn(rows: readonly ReceivedRow[], rates: WorthRates): Came {
  const of = (kind: EntryKind) => receivedSum(rows.filter((row) => row.kind === kind));
  const gifts = of('gift');
  return {
    gifts,
    worth: sumWorth(gifts, rates),
    subscriptions: of('subscription'),
    chests: of('chest'),
  };
}

/** The worth of those amounts of a sum of which it can be told in one currency, and the others. */
export function knownPart(
  { amounts }: Pick<LedgerSum, 'amounts'>,
  rated: readonly WorthRate[],
): { readonly worth: MoneyRange | null; readonly without: LedgerSum['amounts'] } {
  const currency = rated[0]?.range.least.currency;
  const rates: WorthRates = (unit) =>
    rated.find((rate) => rate.unit === unit && rate.range.least.currency === currency) ?? null;
  const [known, without] = [true, false].map((has) =>
    amounts.filter(({ unit }) => (rates(unit) !== null) === has),
  );
  return { worth: sumWorth({ amounts: known ?? [] }, rates), without: without ?? [] };
}

/** Whether nothing came in at all. */
export function isNothing({ gifts, subscriptions, chests }: Came): boolean {
  return gifts.entries + subscriptions.entries + chests.entries === 0;
}

/** What came in platform by platform, the most first. */
export function byPlatform(rows: readonly ReceivedRow[], rates: WorthRates): ReportPlatform[] {
  return [...Map.groupBy(rows, ({ platform }) => platform)]
    .map(([platform, of]): ReportPlatform => {
      const came = cameIn(of, rates);
      const known = came.gifts.amounts.flatMap(({ unit }) => rates(unit) ?? []);
      return { ...came, platform, rates: known };
    })
    .sort((a, b) => compareSums(a.gifts, b.gifts));
}

/** What came in on each of some spans of days. */
export function byDays(
  rows: readonly (ReceivedRow & { readonly day: Day })[],
  spans: readonly DaySpan[],
  rates: WorthRates,
): ReportPart[] {
  return spans.map((time) => ({
    time,
    ...cameIn(
      rows.filter(({ day }) => day >= time.first && day <= time.last),
      rates,
    ),
  }));
}

/** What came in during each stretch of a stream. */
export function byMinutes(
  rows: readonly (ReceivedRow & { readonly minute: number })[],
  stretches: readonly Stretch[],
  rates: WorthRates,
): ReportPart[] {
  return stretches.map((time) => ({
    time,
    ...cameIn(
      rows.filter(({ minute }) => minute >= minuteAt(time.from) && minute < minuteAt(time.to)),
      rates,
    ),
  }));
}

const MINUTE_MS = 60_000;
const minuteAt = (at: number) => Math.floor(at / MINUTE_MS);

/** How many milliseconds stretches take together. */
export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Holds what was seen in rooms against what the platform says came in there; null where it said nothing. */
export function toldOf(
  rooms: readonly {
    readonly running: { readonly unit: UnitId; readonly units: Units } | null;
    readonly rows: readonly ReceivedRow[];
  }[],
): ReportStream['told'] {
  const [first, ...others] = rooms.flatMap(({ running, rows }) =>
    running === null ? [] : [{ ...running, rows }],
  );
  if (first === undefined) return null;
  const { unit } = first;
  const same = [first, ...others].filter((each) => each.unit === unit);
  const seen = receivedSum(same.flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'gift')));
  const told = units(same.reduce((sum, each) => sum + each.units, 0));
  return { ...seenOf(unitsIn(seen, unit), { units: told }), unit };
}

/** Payouts together, currency by currency. */
export function paidSums(payouts: readonly Payout[]): PaidSum[] {
  return [...Map.groupBy(payouts, ({ price }) => price.currency)].map(([currency, of]) => ({
    currency,
    arrived: of.reduce((sum, { price }) => sum + price.minor, 0),
    fees: of.reduce((sum, { fees }) => sum + fees, 0),
    tax: of.reduce((sum, { tax }) => sum + tax, 0),
  }));
}

/** What a report has to say of what it does not know. `begins` is the ledger's first day, where it is in the report. */
export function doubtsOf(known: {
  readonly over: boolean;
  readonly begins: Day | null;
  readonly came: Came;
  readonly streams: readonly ReportStream[];
  readonly platforms: readonly ReportPlatform[];
  readonly byHand: number;
}): ReportDoubt[] {
  const { came, streams } = known;
  const unseen = streams.reduce((sum, { unseenMs }) => sum + (unseenMs ?? 0), 0);
  const unnoted = streams.filter(({ unseenMs }) => unseenMs === null).length;
  const missed = Map.groupBy(
    streams.flatMap(({ told }) => (told === null || told.missed === 0 ? [] : [told])),
    ({ unit }) => unit,
  );
  const rated = known.platforms.flatMap(({ rates }) => rates.map(({ unit }): AmountUnit => unit));
  const unrated = came.gifts.amounts.filter((of) => of.units > 0 && !rated.includes(of.unit));
  return [
    ...(known.over ? [] : [{ what: 'not-over' } as const]),
    ...(known.begins === null ? [] : [{ what: 'begins', day: known.begins } as const]),
    ...(unseen === 0 ? [] : [{ what: 'unseen', ms: unseen } as const]),
    ...(unnoted === 0 ? [] : [{ what: 'unnoted', streams: unnoted } as const]),
    ...[...missed].map(([unit, all]) => ({
      what: 'missed' as const,
      unit,
      units: all.reduce((sum, each) => sum + each.missed, 0),
    })),
    ...(came.gifts.unpriced === 0
      ? []
      : [{ what: 'unpriced', payments: came.gifts.unpriced } as const]),
    ...unrated.map(({ unit }) => ({ what: 'no-rate' as const, unit })),
    ...(known.byHand === 0 ? [] : [{ what: 'by-hand', payments: known.byHand } as const]),
  ];
}
