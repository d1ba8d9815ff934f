import { describe, expect, it } from 'vitest';
import type { GiftId } from '../../utils/core/ids.ts';
import {
  bestHours,
  hourShares,
  minutesOnAir,
  popularGifts,
  weeklyTrend,
} from '../../utils/core/received-times.ts';
import { minuteOf } from '../../utils/core/received-totals.ts';
import { type Day, epochMs, timeZone } from '../../utils/core/time.ts';
import { account, start } from './sightings.ts';

const tally = (units: number, gifts = 1) => ({ units, gifts, entries: 1, unpriced: 0 });
const coin = 'tiktok:coin' as const;
const minute = (n: number) => epochMs(start + n * 60_000);

describe('popular gifts', () => {
  it('are added up over days and streams, by count or by what they brought', () => {
    const row = (gift: string, day: string, units: number, gifts: number) => ({
      day: day as Day,
      session: 'tiktok:7001' as const,
      platform: 'tiktok' as const,
      creator: account('99'),
      gift: gift as GiftId,
      unit: coin,
      ...tally(units, gifts),
    });
    const rows = [
      row('rose', '2026-11-22', 40, 40),
      row('lion', '2026-11-22', 29_999, 1),
      row('rose', '2026-11-23', 2, 2),
    ];
    expect(popularGifts(rows, 'by-count').map(({ gift, sum }) => [gift, sum.gifts])).toEqual([
      ['rose', 42],
      ['lion', 1],
    ]);
    expect(popularGifts(rows, 'by-units').map(({ gift }) => gift)).toEqual(['lion', 'rose']);
  });
});

describe('hours of the week', () => {
  // 2026-11-22 10:00 UTC is a Sunday, 19:00 in Tokyo.
  const tokyo = timeZone('Asia/Tokyo');

  it('are those of the zone; breaks are not on air, gaps were not seen', () => {
    const streams = [
      {
        from: minute(30),
        to: minute(150),
        breaks: [{ from: minute(70), to: minute(80) }],
        gaps: [{ from: minute(140), to: minute(145) }],
      },
    ];
    expect([...minutesOnAir(streams, tokyo)]).toEqual([
      ['7-19', 30],
      ['7-20', 50],
      ['7-21', 25],
    ]);
  });

  it('are ranked by what came in in an hour on air; too little on air says nothing', () => {
    const shares = hourShares(
      [
        { minute: minuteOf(start), unit: coin, ...tally(100) },
        { minute: minuteOf(start) + 60, unit: coin, ...tally(90) },
        { minute: minuteOf(start) + 120, unit: coin, ...tally(500) },
      ],
      tokyo,
    );
    const onAir = new Map([
      ['7-19', 60],
      ['7-20', 30],
      ['7-21', 5],
      ['7-22', 60],
    ] as const);
    expect(
      bestHours(shares, onAir).map(({ slot, perHour }) => [slot, perHour?.[0]?.units ?? perHour]),
    ).toEqual([
      ['7-20', 180],
      ['7-19', 100],
      ['7-22', []],
      ['7-21', null],
    ]);
  });
});

describe('the trend by week', () => {
  it('has every week, begun on the weekday that the user counts from', () => {
    const row = (day: string, units: number) => ({ day: day as Day, unit: coin, ...tally(units) });
    const rows = [row('2026-11-22', 5), row('2026-11-23', 7), row('2026-12-07', 1)];
    const told = (first: number) =>
      weeklyTrend(rows, first).map(({ week, sum }) => [week, sum.amounts[0]?.units ?? 0]);
    expect(told(1)).toEqual([
      ['2026-11-16', 5],
      ['2026-11-23', 7],
      ['2026-11-30', 0],
      ['2026-12-07', 1],
    ]);
    expect(told(7)).toEqual([
      ['2026-11-22', 12],
      ['2026-11-29', 0],
      ['2026-12-06', 1],
    ]);
    expect(weeklyTrend([], 1)).toEqual([]);
  });
});
