import { beforeAll, describe, expect, it } from 'vitest';
import type { CaptureEvent, Person } from '../../utils/core/gift-event.ts';
import type { EntryId } from '../../utils/core/ids.ts';
import { currencyCode } from '../../utils/core/money.ts';
import type { Came, Report } from '../../utils/core/report.ts';
import type { ReportAsked } from '../../utils/core/report-address.ts';
import {
  type ReportRow,
  reportColumns,
  reportCsv,
  reportJson,
  reportRows,
} from '../../utils/core/report-file.ts';
import { epochMs, type Month } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import { recordEvents } from '../../utils/storage/ledger.ts';
import { operate, operateAll, type Wanted } from '../../utils/storage/operations.ts';
import { payoutsView } from '../../utils/storage/payouts-screen.ts';
import { reportOf } from '../../utils/storage/report.ts';
import { addedEntry, payout } from '../core/made-operations.ts';
import { account, room, sighting, start } from '../core/sightings.ts';
import { listedCosts } from './cost-contexts.ts';
import { type Given, givenGifts, toldOf } from './long-stream.ts';

const HOUR = 3_600_000;
const later = epochMs(start + 40 * 24 * HOUR);
const context = { ...listedCosts, now: later, cataloguePrice: () => null };
const given = givenGifts(500);
const voided = given.filter(({ kind }, n) => kind === 'gift' && n % 31 === 0);
const byHand = addedEntry({ direction: 'received', units: units(1_234), at: start });
const paidOut = payout({ fees: 250, tax: 4_000, at: epochMs(start + 5 * 24 * HOUR) });

/** What counts, by plain arithmetic: none of the ledger's rules. */
const counting = given.filter((one) => one.kind === 'gift' && !voided.includes(one));
const coinsOf = (all: readonly Given[]) =>
  all.reduce((sum, { price, count }) => sum + price * count, 0);
const giftsOf = (all: readonly Given[]) => all.reduce((sum, { count }) => sum + count, 0);

const database = new LedgerDatabase('report');

beforeAll(async () => {
  for (const batch of toldOf(given)) await recordEvents(database, batch, context);
  await operateAll(
    database,
    [
      ...voided.map(({ key }): Wanted => ({ type: 'entry-voided', entry: key, voided: true })),
      { type: 'entry-added', added: byHand },
      { type: 'payout-set', payout: paidOut },
    ],
    context,
  );
}, 120_000);

async function report(asked: ReportAsked): Promise<Report> {
  const made = await reportOf(database, asked, {
    now: later,
    zone: listedCosts.zone,
    taxYear: { month: 4, day: 6 },
  });
  if (made === null) throw new Error('no report');
  return made;
}

const figures = ({ gifts }: Came) => [gifts.amounts[0]?.units ?? 0, gifts.gifts, gifts.entries];
const month = '2026-11' as Month;
const whole = [
  coinsOf(counting) + byHand.units,
  giftsOf(counting) + byHand.count,
  counting.length + 1,
];

describe('the report of a month', () => {
  it('has the sums of a plain recount, in all, by platform and day by day', async () => {
    const { came, platforms, parts, gifters, newGifters } = await report({
      kind: 'month',
      month,
      creator: null,
    });
    const people = new Set(counting.map(({ person }) => person)).size;
    expect(figures(came)).toEqual(whole);
    expect(platforms.map((each) => [each.platform, ...figures(each)])).toEqual([
      ['tiktok', ...whole],
    ]);
    expect(parts).toHaveLength(30);
    const busy = parts.filter(({ gifts }) => gifts.entries > 0);
    expect(busy.map((part) => [part.time, ...figures(part)])).toEqual([
      [{ first: '2026-11-22', last: '2026-11-22' }, ...whole],
    ]);
    expect([came.chests.entries, came.subscriptions.entries]).toEqual([
      given.filter(({ kind }) => kind === 'chest').length,
      given.filter(({ kind }) => kind === 'subscription').length,
    ]);
    expect([gifters, newGifters]).toEqual([people, people]);
  });

  it('has its stream whole, its payouts, and says what was not seen', async () => {
    const { streams, payouts, paid, doubts, came, platforms } = await report({
      kind: 'month',
      month,
      creator: null,
    });
    expect(streams.map((stream) => [stream.stream.title, ...figures(stream)])).toEqual([
      ['Part 7002', coinsOf(counting), giftsOf(counting), counting.length],
    ]);
    expect(payouts).toEqual([paidOut]);
    expect(paid).toEqual([{ currency: 'USD', arrived: 41_250, fees: 250, tax: 4_000 }]);
    expect(doubts).toEqual([
      { what: 'begins', day: '2026-11-22' },
      { what: 'unseen', ms: streams[0]?.unseenMs },
      { what: 'by-hand', payments: 1 },
    ]);
    expect(streams[0]?.unseenMs).toBeGreaterThanOrEqual(2 * 60_000);
    // 41,250 to 45,500 cents for 91,200 coins, by the payout.
    expect(platforms[0]?.rates[0]?.origin).toBe('payouts');
    const cents = (of: number) => Math.round(((whole[0] ?? 0) * of * 10_000) / 91_200);
    expect(came.worth?.least.amount).toBe(cents(41_250));
    expect(came.worth?.most.amount).toBe(cents(45_500));
  });

  it('is empty and says so, where nothing came in', async () => {
    const before = await report({ kind: 'month', month: '2026-10' as Month, creator: null });
    expect([figures(before.came), before.streams, before.payouts, before.doubts]).toEqual([
      [0, 0, 0],
      [],
      [],
      [],
    ]);
  });
});

describe('the report of a tax year', () => {
  it('counts from the day that the user set, month by month', async () => {
    const { span, parts, came, doubts } = await report({ kind: 'year', year: 2026, creator: null });
    expect(span).toEqual({ first: '2026-04-06', last: '2027-04-05' });
    expect(parts.map(({ time }) => time).slice(0, 2)).toEqual([
      { first: '2026-04-06', last: '2026-04-30' },
      { first: '2026-05-01', last: '2026-05-31' },
    ]);
    expect(parts).toHaveLength(13);
    expect(figures(came)).toEqual(whole);
    expect(doubts).toContainEqual({ what: 'not-over' });
  });
});

describe('the report of a stream', () => {
  it('has the sums of a plain recount, part by part, gift by gift and by who gave', async () => {
    const { came, parts, gifts, givers, gifters } = await report({ kind: 'stream', room: null });
    expect(figures(came)).toEqual([coinsOf(counting), giftsOf(counting), counting.length]);
    for (const part of parts) {
      const { from, to } = part.time as { from: number; to: number };
      const within = counting.filter(({ at }) => at >= from && at < to);
      expect(figures(part)).toEqual([coinsOf(within), giftsOf(within), within.length]);
    }
    expect(parts.reduce((sum, part) => sum + part.gifts.entries, 0)).toBe(counting.length);
    const by = (keyOf: (one: Given) => string) =>
      [...Map.groupBy(counting, keyOf)]
        .map(([key, all]): [string, number] => [key, coinsOf(all)])
        .sort((a, b) => b[1] - a[1]);
    expect(gifts.map(({ gift, sum }) => [gift, sum.amounts[0]?.units])).toEqual(
      by(({ gift }) => gift),
    );
    expect(givers.map(({ sum }) => sum.amounts[0]?.units)).toEqual(
      by(({ person }) => person)
        .map(([, coins]) => coins)
        .slice(0, 10),
    );
    expect(gifters).toBe(new Set(counting.map(({ person }) => person)).size);
  });

  it('is of the stream that one of its rooms names; none of a room that was never seen', async () => {
    const { asked } = await report({ kind: 'stream', room: 'tiktok:7002' });
    expect(asked).toEqual({ kind: 'stream', room: 'tiktok:7001' });
    await expect(report({ kind: 'stream', room: 'tiktok:1' })).rejects.toThrow('no report');
  });

  it('says how much more the platform says came in', async () => {
    const told = coinsOf(counting) + 50;
    await database.sessions.update('tiktok:7002', {
      running: {
        unit: 'tiktok:coin',
        at: later,
        units: units(told - coinsOf(counting.filter((one) => one.room === '7001'))),
      },
    });
    const { streams, doubts } = await report({ kind: 'stream', room: null });
    await database.sessions.update('tiktok:7002', { running: null });
    expect(streams[0]?.told?.missed).toBe(50);
    expect(doubts).toContainEqual({ what: 'missed', unit: 'tiktok:coin', units: 50 });
  });
});

describe('the files of a report', () => {
  const adds = (rows: readonly ReportRow[], section: string) => {
    const of = rows.filter((row) => row.section === section && row.kind === 'gift');
    const sum = (column: 'amount' | 'gifts' | 'payments') =>
      of.reduce((all, row) => all + Number(row[column] ?? 0), 0);
    return [sum('amount'), sum('gifts'), sum('payments')];
  };

  it('have lines that add up to a plain recount, section by section', async () => {
    const rows = reportRows(await report({ kind: 'month', month, creator: null }));
    expect(adds(rows, 'platform')).toEqual(whole);
    expect(adds(rows, 'part')).toEqual(whole);
    expect(adds(rows, 'stream')).toEqual([coinsOf(counting), giftsOf(counting), counting.length]);
    const stream = reportRows(await report({ kind: 'stream', room: null }));
    expect(adds(stream, 'part')).toEqual(adds(rows, 'stream'));
    expect(adds(stream, 'gift')).toEqual(adds(rows, 'stream'));
    expect(rows.find(({ section }) => section === 'payout')).toEqual({
      section: 'payout',
      begin: '2026-11-27',
      unit: 'tiktok:coin',
      amount: 91_200,
      paid: { number: '412.50' },
      fees: { number: '2.50' },
      tax: { number: '40.00' },
      paid_currency: 'USD',
      note: '',
    });
    expect(rows.flatMap(({ section, name }) => (section === 'not_known' ? [name] : []))).toEqual([
      'begins',
      'unseen',
      'by-hand',
    ]);
  });

  it('say the same as CSV and as JSON', async () => {
    const made = await report({ kind: 'month', month, creator: null });
    const [head, ...lines] = reportCsv(made).slice(1).trimEnd().split('\r\n');
    expect(head).toBe(reportColumns.join(','));
    const file: unknown = JSON.parse(reportJson(made));
    expect(file).toMatchObject({
      format: 'gift-ledger-report',
      version: 1,
      report: 'month',
      begin: '2026-11-01',
      end: '2026-11-30',
    });
    const { rows } = Object(file);
    expect(lines).toEqual(
      rows.map((row: Record<string, unknown>) =>
        reportColumns.map((column) => row[column] ?? '').join(','),
      ),
    );
  });
});

describe('the report of an agency', () => {
  const noor = { id: account('77'), handle: 'noor', name: 'Noor' };
  const watched = { id: account('78'), handle: 'watched', name: 'Watched' };

  /** A stream of somebody else's, with gifts of ten coins each by two people. */
  const stream = (creator: Person, on: string, gifts: number): CaptureEvent[] => {
    const at = epochMs(start - 3 * HOUR);
    return [
      {
        type: 'room',
        platform: 'tiktok',
        room: room(on),
        at,
        host: creator,
        title: `Of ${creator.name}`,
        ended: false,
        current: true,
      },
      ...Array.from({ length: gifts }, (_, n) =>
        sighting({
          key: `tiktok:gift:${on}:${n}` as EntryId,
          room: room(on),
          sender: { id: account(`5${n % 2}`), handle: `fan${n % 2}`, name: '' },
          recipient: null,
          unitPrice: units(10),
          added: null,
          count: 1,
          ended: true,
          at: epochMs(at + n * 1_000),
        }),
      ),
    ];
  };

  it('is of the creators whom the user follows, each by itself, and of nobody else', async () => {
    await operate(
      database,
      { type: 'creator-followed', platform: 'tiktok', person: noor.id, followed: true },
      context,
    );
    await recordEvents(
      database,
      [...stream(noor, '8001', 30), ...stream(watched, '9001', 5)],
      context,
    );
    const { creators, came, payouts, streams } = await report({ kind: 'agency', month });
    expect(
      creators.map((each) => [each.creator.handle, each.gifters, each.streams, ...figures(each)]),
    ).toEqual([['noor', 2, 1, 300, 30, 30]]);
    expect(streams.map((each) => each.stream.title)).toEqual(['Of Noor']);
    expect([figures(came), payouts]).toEqual([[300, 30, 30], []]);
    const one = await report({
      kind: 'month',
      month,
      creator: { platform: 'tiktok', id: noor.id },
    });
    expect([one.creator?.handle, figures(one.came), one.payouts]).toEqual([
      'noor',
      [300, 30, 30],
      [],
    ]);
    const itsStream = await report({ kind: 'stream', room: 'tiktok:8001' });
    expect([itsStream.creator?.handle, figures(itsStream.came)]).toEqual(['noor', [300, 30, 30]]);
    const mine = await report({ kind: 'month', month, creator: null });
    expect([figures(mine.came), mine.streams.length]).toEqual([whole, 1]);
    const { units: paid } = await payoutsView(database, currencyCode('USD'), listedCosts.zone);
    expect(paid.map(({ seen }) => seen)).toEqual([whole[0]]);
  });
});
