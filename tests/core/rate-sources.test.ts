import { describe, expect, it } from 'vitest';
import { NonsenseRates, type RateDay, rateText } from '../../utils/core/exchange-rate.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { rateHosts, rateMatches } from '../../utils/core/rate-hosts.ts';
import {
  checkJumps,
  isRateFetchDue,
  type RateSourceState,
  rateSources,
} from '../../utils/core/rate-sources.ts';
import { type Day, epochMs } from '../../utils/core/time.ts';
import { start } from './sightings.ts';

const day = (text: string) => text as Day;
const [first, second] = rateSources;

describe('sources of exchange rates', () => {
  it('are asked at the hosts that the user is asked for, and at no other', () => {
    const asked = rateSources.flatMap(({ requests }) =>
      requests(day('2024-01-01'), day('2026-11-22')),
    );
    expect(new Set(asked.map((address) => new URL(address).origin))).toEqual(
      new Set(Object.values(rateHosts).map((host) => `https://${host}`)),
    );
    expect(rateMatches).toEqual(['https://api.frankfurter.dev/*', 'https://cdn.jsdelivr.net/*']);
    expect(rateSources.map(({ host }) => host)).toEqual(Object.values(rateHosts));
  });

  it('are asked for every day since, the last known one again, in runs that join', () => {
    const spans = (since: string, today: string) =>
      first?.requests(day(since), day(today)).map((address) => {
        const { searchParams } = new URL(address);
        return [searchParams.get('from'), searchParams.get('to')];
      });
    expect(spans('2026-10-02', '2026-11-22')).toEqual([['2026-10-02', '2026-11-22']]);
    expect(spans('2026-11-22', '2026-11-22')).toEqual([['2026-11-22', '2026-11-22']]);
    expect(spans('2026-11-23', '2026-11-22')).toEqual([['2026-11-22', '2026-11-22']]);
    expect(spans('2026-05-20', '2026-11-22')).toEqual([
      ['2026-05-20', '2026-08-17'],
      ['2026-08-18', '2026-11-15'],
      ['2026-11-16', '2026-11-22'],
    ]);
    expect(second?.requests(day('2026-05-20'), day('2026-11-22'))).toHaveLength(1);
  });

  it('are not told which currencies matter', () => {
    const [address = ''] = first?.requests(day('2026-11-21'), day('2026-11-22')) ?? [];
    expect([...new URL(address).searchParams.keys()]).toEqual(['base', 'from', 'to']);
  });
});

describe('a fetch', () => {
  const hour = 3_600_000;
  const tried = (triedAgo: number, fetchedAgo: number | null): RateSourceState => ({
    id: 'frankfurter',
    triedAt: epochMs(start - triedAgo * hour),
    fetchedAt: fetchedAgo === null ? null : epochMs(start - fetchedAgo * hour),
    day: null,
    trouble: '',
  });

  it.each([
    ['nothing was ever asked', [], true],
    ['rates came an hour ago', [tried(1, 1)], false],
    ['rates came a day ago', [tried(24, 24)], true],
    ['a try failed an hour ago', [tried(1, null)], false],
    ['a try failed in the morning', [tried(5, 30)], true],
    ['the second source answered an hour ago', [tried(5, 50), tried(1, 1)], false],
    ['the clock was set back', [tried(-48, -48)], true],
  ])('when %s', (_when, states, due) => {
    expect(isRateFetchDue(states, start)).toBe(due);
  });
});

describe('new rates', () => {
  const rates = (on: string, of: Record<string, string>): RateDay => ({
    day: day(on),
    base: currencyCode('EUR'),
    rates: Object.fromEntries(Object.entries(of).map(([code, rate]) => [code, rateText(rate)])),
    source: 'test',
  });
  const known = [
    rates('2026-10-01', { USD: '1.12', JPY: '170' }),
    rates('2026-10-02', { USD: '1.13' }),
  ];

  it('may move as currencies do', () => {
    expect(() =>
      checkJumps(known, [rates('2026-10-03', { USD: '1.3', JPY: '150' })]),
    ).not.toThrow();
  });

  it.each([
    ['from the latest known, a day that lacks it in between', [rates('2026-10-03', { JPY: '16' })]],
    [
      'among each other',
      [rates('2026-10-04', { KWD: '30' }), rates('2026-10-03', { KWD: '0.35' })],
    ],
  ])('are refused where one jumps %s', (_where, days) => {
    expect(() => checkJumps(known, days)).toThrow(NonsenseRates);
    expect(() => checkJumps(known, days)).toThrow('jump');
  });

  it('are not held against rates of another season, nor of later days', () => {
    expect(() => checkJumps(known, [rates('2027-10-03', { JPY: '17000' })])).not.toThrow();
    expect(() => checkJumps(known, [rates('2026-09-01', { JPY: '17' })])).not.toThrow();
  });
});
