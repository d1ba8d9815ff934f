import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import {
  byDays,
  byMinutes,
  byPlatform,
  cameIn,
  knownPart,
  type ReceivedRow,
} from '../../utils/core/report.ts';
import {
  daysOfTaxYear,
  eachDay,
  eachMonth,
  eachStretch,
  type ReportAsked,
  readReportAddress,
  reportAddress,
  reportBeside,
  taxYearOf,
} from '../../utils/core/report-address.ts';
import { addDays, type Day, epochMs, type Month } from '../../utils/core/time.ts';
import { worthRates } from '../../utils/core/worth.ts';
import { ownWorth } from './made-operations.ts';
import { start } from './sightings.ts';

const rates = worthRates([]);
const today = '2026-11-22' as Day;
const calendar = { month: 1, day: 1 };

const row = fc.record({
  platform: fc.constantFrom('tiktok' as const, 'kick' as const),
  creator: fc.constantFrom('7' as AccountId, '' as const),
  kind: fc.constantFrom(
    'gift' as const,
    'gift' as const,
    'subscription' as const,
    'chest' as const,
  ),
  unit: fc.constantFrom('tiktok:coin' as const, 'kick:kick' as const, 'none' as const),
  units: fc.nat(5_000),
  gifts: fc.nat(20),
  entries: fc.integer({ min: 1, max: 9 }),
  unpriced: fc.nat(2),
  n: fc.nat(200),
});
const rows = fc.array(row, { maxLength: 30 });

/** All coins, KICKs, gifts and payments of gifts, by adding alone. */
function plain(of: readonly ReceivedRow[]) {
  const gifts = of.filter(({ kind }) => kind === 'gift');
  const sum = (amount: (one: ReceivedRow) => number) =>
    gifts.reduce((all, one) => all + amount(one), 0);
  return [
    sum(({ unit, units }) => (unit === 'tiktok:coin' ? units : 0)),
    sum(({ unit, units }) => (unit === 'kick:kick' ? units : 0)),
    sum(({ gifts: count }) => count),
    sum(({ entries }) => entries),
    sum(({ unpriced }) => unpriced),
  ];
}

const told = ({ gifts }: ReturnType<typeof cameIn>) => [
  gifts.amounts.find(({ unit }) => unit === 'tiktok:coin')?.units ?? 0,
  gifts.amounts.find(({ unit }) => unit === 'kick:kick')?.units ?? 0,
  gifts.gifts,
  gifts.entries,
  gifts.unpriced,
];

const added = (parts: readonly (readonly number[])[]) =>
  parts.reduce<number[]>((all, part) => all.map((one, n) => one + (part[n] ?? 0)), [0, 0, 0, 0, 0]);

describe('what a report adds up', () => {
  it('is a plain sum, shared out over platforms, days and months', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const first = '2026-04-06' as Day;
        const dated = all.map((one) => ({ ...one, day: addDays(first, one.n) }));
        const span = { first, last: addDays(first, 200) };
        const whole = plain(all);
        expect(told(cameIn(all, rates))).toEqual(whole);
        for (const parts of [
          byPlatform(all, rates),
          byDays(dated, eachDay(span), rates),
          byDays(dated, eachMonth(span), rates),
        ]) {
          expect(added(parts.map(told))).toEqual(whole);
        }
      }),
    );
  });

  it('of a stream is shared out over its stretches, at most 48 of one length', () => {
    const length = fc.integer({ min: 0, max: 40 * 3_600_000 });
    fc.assert(
      fc.property(rows, length, (all, ms) => {
        const stretches = eachStretch({ from: start, to: epochMs(start + ms) });
        const minutes = Math.floor(ms / 60_000) + 1;
        const first = Math.floor(start / 60_000);
        const timed = all.map((one) => ({ ...one, minute: first + (one.n % minutes) }));
        expect(added(byMinutes(timed, stretches, rates).map(told))).toEqual(plain(all));
        expect(stretches.length).toBeLessThanOrEqual(48);
        const lengths = new Set(stretches.map(({ from, to }) => to - from));
        expect(lengths.size).toBe(1);
      }),
    );
  });

  it('keeps chests and subscriptions apart, and tells no worth where one unit has no rate', () => {
    const one = { platform: 'tiktok', creator: '', gifts: 1, entries: 1, unpriced: 0 } as const;
    const came = cameIn(
      [
        { ...one, kind: 'gift', unit: 'tiktok:coin', units: 10 },
        { ...one, kind: 'chest', unit: 'tiktok:coin', units: 500 },
        { ...one, kind: 'subscription', unit: 'none', units: 0 },
      ],
      rates,
    );
    expect(came.worth?.least.amount).toBe(50_000);
    expect([came.gifts.entries, came.chests.amounts, came.subscriptions.entries]).toMatchObject([
      1,
      [{ units: 500 }],
      1,
    ]);
    const mixed = cameIn([{ ...one, kind: 'gift', unit: 'kick:kick', units: 10 }], rates);
    expect(mixed.worth).toBeNull();
  });
});

describe('a tax year', () => {
  it.each([
    [2026, calendar, '2026-01-01', '2026-12-31'],
    [2026, { month: 4, day: 6 }, '2026-04-06', '2027-04-05'],
    [2027, { month: 2, day: 30 }, '2027-02-28', '2028-02-28'],
    [2026, { month: 12, day: 31 }, '2026-12-31', '2027-12-30'],
  ])('that begins in %d at %j is from %s to %s', (year, begins, first, last) => {
    expect(daysOfTaxYear(year, begins)).toEqual({ first, last });
  });

  it('holds every day of which it is the tax year, and ends where the next begins', () => {
    const begins = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    });
    fc.assert(
      fc.property(begins, fc.nat(3_000), (at, n) => {
        const day = addDays('2024-02-28' as Day, n);
        const year = taxYearOf(day, at);
        const span = daysOfTaxYear(year, at);
        expect(span.first <= day && day <= span.last).toBe(true);
        expect(daysOfTaxYear(year + 1, at).first).toBe(addDays(span.last, 1));
        const months = eachMonth(span);
        expect(months[0]?.first).toBe(span.first);
        expect(months.at(-1)?.last).toBe(span.last);
        for (const [index, { first }] of months.entries()) {
          const before = months[index - 1];
          if (before !== undefined) expect(first).toBe(addDays(before.last, 1));
        }
      }),
    );
  });
});

describe('the address of a report', () => {
  const read = (address: string) =>
    readReportAddress(new URLSearchParams(address.split('?')[1] ?? ''), today, calendar);
  const month = '2026-11' as Month;
  const creator = { platform: 'tiktok', id: '7' as AccountId } as const;

  it.each<ReportAsked>([
    { kind: 'month', month, creator: null },
    { kind: 'month', month: '2025-02' as Month, creator },
    { kind: 'year', year: 2025, creator },
    { kind: 'stream', room: 'tiktok:7001' },
    { kind: 'stream', room: null },
    { kind: 'agency', month },
  ])('names %j', (asked) => {
    expect(read(reportAddress(asked))).toEqual(asked);
  });

  it.each([
    '',
    '#reports?report=x&month=2026-13',
    '#reports?month=<script>&creator=nowhere:7',
    '#reports?creator=tiktok:',
  ])('that says nothing (%s) is the running month', (address) => {
    expect(read(address)).toEqual({ kind: 'month', month, creator: null });
  });

  it('leads to the one before and after', () => {
    expect(reportBeside({ kind: 'agency', month }, 1)).toEqual({
      kind: 'agency',
      month: '2026-12',
    });
    expect(reportBeside(read('#reports?report=year'), -1)).toMatchObject({ year: 2025 });
    expect(reportBeside({ kind: 'stream', room: null }, 1)).toBeNull();
  });
});

describe('the worth of a part', () => {
  it('is told with what it leaves out, never across currencies', () => {
    const one = { platform: 'tiktok', creator: '', gifts: 1, entries: 1, unpriced: 0 } as const;
    const { gifts, worth } = cameIn(
      [
        { ...one, kind: 'gift', unit: 'tiktok:coin', units: 10 },
        { ...one, kind: 'gift', unit: 'kick:kick', units: 7 },
        { ...one, kind: 'gift', unit: 'twitch:bit', units: 3 },
      ],
      rates,
    );
    const euros = worthRates([ownWorth({ unit: 'twitch:bit', currency: currencyCode('EUR') })]);
    const rated = [rates('tiktok:coin'), euros('twitch:bit')].filter((rate) => rate !== null);
    const known = knownPart(gifts, rated);
    expect([worth, known.worth?.least.amount]).toEqual([null, 50_000]);
    expect(known.without.map(({ unit }) => unit)).toEqual(['kick:kick', 'twitch:bit']);
    expect(knownPart(gifts, []).worth).toBeNull();
  });
});
