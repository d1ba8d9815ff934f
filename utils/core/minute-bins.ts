import type { MinuteSum } from './creator-views.ts';
import type { LedgerSum } from './ledger-views.ts';
import type { OnAir } from './live-stream.ts';
import { minuteOf } from './received-totals.ts';
import { type EpochMs, epochMs } from './time.ts';
import { compareUnits, units } from './units.ts';
import type { UnitSum } from './views.ts';

/** Some minutes of a stream. */
export interface MinuteBin {
  readonly from: EpochMs;
  /** Without this moment. */
  readonly to: EpochMs;
  readonly sum: LedgerSum;
  /** Minutes of it that were on air. */
  readonly minutes: number;
  /** Whether all of it was seen, some of it not, or nothing was on air. */
  readonly watched: 'seen' | 'gap' | 'break';
}

/** So many minutes are one bar, the fewest that make a chart of at most so many bars. */
const SIZES = [1, 2, 5, 10, 15, 30, 60, 120, 240] as const;

const MINUTE_MS = 60_000;

/** A stream's minutes as at most `most` equal pieces from its first to its last, the earliest first. */
export function minuteBins(
  stream: OnAir,
  minutes: readonly MinuteSum[],
  most = 120,
): readonly MinuteBin[] {
  const told = minutes.map(({ minute }) => minute);
  const first = Math.min(minuteOf(stream.from), ...told.slice(0, 1));
  // Nothing of the minute in which it ends is on air where it ends with the minute before.
  const last = Math.max(Math.ceil(stream.to / MINUTE_MS) - 1, first, ...told.slice(-1));
  const count = last - first + 1;
  const size = SIZES.find((each) => count / each <= most) ?? Math.ceil(count / most);
  const sums = Map.groupBy(minutes, ({ minute }) => Math.floor((minute - first) / size));
  return Array.from({ length: Math.ceil(count / size) }, (_, index): MinuteBin => {
    const from = epochMs((first + index * size) * MINUTE_MS);
    const to = epochMs(from + size * MINUTE_MS);
    const start = Math.max(from, stream.from);
    const end = Math.min(to, Math.max(stream.to, start));
    const off = overlap(stream.breaks, start, end);
    const unseen = overlap(stream.gaps ?? [], start, end);
    return {
      from,
      to,
      sum: sumOfMinutes(sums.get(index) ?? []),
      minutes: Math.max(1, (end - start - off) / MINUTE_MS),
      watched: end > start && off >= end - start ? 'break' : unseen > 0 ? 'gap' : 'seen',
    };
  });
}

/** How many of the milliseconds between two moments are in one of these stretches. */
function overlap(stretches: OnAir['breaks'], from: number, to: number): number {
  return stretches.reduce(
    (sum, each) => sum + Math.max(0, Math.min(to, each.to) - Math.max(from, each.from)),
    0,
  );
}

function sumOfMinutes(minutes: readonly MinuteSum[]): LedgerSum {
  const amounts = Map.groupBy(
    minutes.flatMap(({ sum }) => sum.amounts),
    ({ unit }) => unit,
  );
  const total = (count: (sum: LedgerSum) => number) =>
    minutes.reduce((before, { sum }) => before + count(sum), 0);
  return {
    amounts: [...amounts]
      .map(
        ([unit, all]): UnitSum => ({
          unit,
          units: units(all.reduce((sum, each) => sum + each.units, 0)),
          unpricedUnits: 0,
        }),
      )
      .sort((a, b) => compareUnits(a.unit, b.unit)),
    money: null,
    basis: 'unknown',
    cost: null,
    unpriced: total(({ unpriced }) => unpriced),
    gifts: total(({ gifts }) => gifts),
    entries: total(({ entries }) => entries),
  };
}
