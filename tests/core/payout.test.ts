import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worthOf } from '../../utils/core/conversion.ts';
import { currencyCode, decimalOf } from '../../utils/core/money.ts';
import {
  checkPayout,
  effectiveRates,
  keptShares,
  NotAPayout,
  type Payout,
  type PayoutId,
  paidRate,
  reconcile,
} from '../../utils/core/payout.ts';
import { type Day, dayOf, epochMs, timeZone } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { worthRates } from '../../utils/core/worth.ts';
import { ownWorth, payout } from './made-operations.ts';
import { start } from './sightings.ts';

const later = (days: number) => epochMs(start + days * 86_400_000);
const usd = (minor: number) => ({ currency: currencyCode('USD'), minor });
const id = (text: string) => text as PayoutId;

describe('a payout', () => {
  it('tells what a unit came to exactly, with and without what was kept', () => {
    const told = payout({ price: usd(37_000), fees: 250, tax: 4_000 });
    expect(effectiveRates(told)).toEqual({
      net: { currency: 'USD', minor: 37_000, units: 91_200 },
      gross: { currency: 'USD', minor: 41_250, units: 91_200 },
    });
    const { net, gross } = effectiveRates(told);
    const whole = worthOf(told.units, { least: net, most: gross });
    expect([decimalOf(whole.least), decimalOf(whole.most)]).toEqual(['370.000000', '412.500000']);
  });

  it.each<[string, Partial<Payout>]>([
    ['units', { units: units(0) }],
    ['price', { price: usd(-1) }],
    ['fees', { fees: 0.5 }],
    ['tax', { tax: -1 }],
    ['too-large', { price: usd(Number.MAX_SAFE_INTEGER - 1) }],
    ['date', { at: later(400) }],
    ['covers', { covers: { first: '2026-05-02' as Day, last: '2026-05-01' as Day } }],
    ['note-too-long', { note: 'x'.repeat(501) }],
  ])('cannot have happened as told: %s', (trouble, part) => {
    expect(() => checkPayout(payout(part), start)).toThrow(new NotAPayout(trouble as 'units'));
  });

  it('gives the rate of later estimates: a range over the latest three, after the user’s own figure', () => {
    const all = [
      payout({ id: id('old'), price: usd(1), at: start }),
      payout({ id: id('a'), price: usd(30_000), at: later(1) }),
      payout({ id: id('b'), price: usd(40_000), tax: 9_000, at: later(2) }),
      payout({ id: id('c'), price: usd(41_250), at: later(3) }),
    ];
    expect(worthRates([], all)('tiktok:coin')).toMatchObject({
      origin: 'payouts',
      date: later(3),
      range: { least: { minor: 30_000 }, most: { minor: 49_000 } },
    });
    expect(worthRates([ownWorth()], all)('tiktok:coin')?.origin).toBe('own');
    expect(worthRates([], [])('tiktok:coin')?.origin).toBe('reported');
    expect(worthRates([], all)('kick:kick')).toBeNull();
  });

  it('is rated by no other currency’s, and by none that brought nothing', () => {
    const euros = payout({
      id: id('e'),
      price: { currency: currencyCode('EUR'), minor: 1 },
      at: later(1),
    });
    const latest = payout({ id: id('u'), at: later(2) });
    const nothing = payout({ id: id('n'), price: usd(0), at: later(3) });
    expect(paidRate([euros, latest, nothing], 'tiktok:coin')).toMatchObject({
      least: { currency: 'USD' },
      at: later(2),
    });
    expect(paidRate([nothing], 'tiktok:coin')).toBeNull();
  });

  it('is rated within what each of the latest came to, in any order', () => {
    const any = fc.array(
      fc.record({
        minor: fc.integer({ min: 1, max: 90_000 }),
        tax: fc.nat(900),
        size: fc.integer({ min: 1, max: 99_999 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(any, (told) => {
        const all = told.map(({ minor, tax, size }, n) =>
          payout({ id: id(`p${n}`), price: usd(minor), tax, units: units(size), at: later(n) }),
        );
        const rate = paidRate(all, 'tiktok:coin');
        expect(paidRate(all.toReversed(), 'tiktok:coin')).toEqual(rate);
        if (rate === null) throw new Error('no rate');
        for (const { price, tax, units: size } of all.slice(-3)) {
          expect(rate.least.minor * size).toBeLessThanOrEqual(price.minor * rate.least.units);
          expect(rate.most.minor * size).toBeGreaterThanOrEqual(
            (price.minor + tax) * rate.most.units,
          );
        }
      }),
    );
  });
});

describe('payouts beside what was seen', () => {
  const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}` as Day;
  const seen = [1, 2, 3, 4, 26].map((n) => ({ day: day(n), units: n * 100 }));
  const utc = timeZone('UTC');
  const told = (payouts: readonly Payout[]) => reconcile(payouts, seen, utc);

  it('are compared for the days that the user says they are for, and in all', () => {
    const { payouts, ...all } = told([
      payout({
        id: id('b'),
        units: units(600),
        at: later(1),
        covers: { first: day(3), last: day(4) },
      }),
      payout({
        id: id('a'),
        units: units(400),
        at: later(0),
        covers: { first: day(1), last: day(2) },
      }),
    ]);
    expect(payouts.map((each) => [each.payout.id, each.seen, each.difference])).toEqual([
      ['a', 300, 100],
      ['b', 700, -100],
    ]);
    expect(all).toEqual({
      paid: 1000,
      seen: 3600,
      waiting: 2600,
      waitingSince: '2026-11-05',
      twice: false,
    });
  });

  it('are else for the days since the one before, up to their own', () => {
    // 22 and 27 November.
    const { payouts, waiting } = told([
      payout({ id: id('b'), units: units(2_500), at: later(5) }),
      payout({ id: id('a'), units: units(1_000), at: later(0) }),
    ]);
    expect(payouts.map(({ days, seen, difference }) => [days, seen, difference])).toEqual([
      [{ first: null, last: day(22), told: false }, 1_000, 0],
      [{ first: day(23), last: day(27), told: false }, 2_600, -100],
    ]);
    expect(waiting).toBe(0);
  });

  it('say so where days are paid for twice', () => {
    const both = [1, 2].map((n) =>
      payout({ id: id(`p${n}`), covers: { first: day(n), last: day(3) } }),
    );
    expect(told(both).twice).toBe(true);
    expect(told([payout({ id: id('a') }), payout({ id: id('b') })]).twice).toBe(true);
    expect(told([]).waitingSince).toBeNull();
  });

  it('without words on what they are for share out everything that was seen, each day once', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 });
    const amounts = fc.array(
      fc.record({ n: fc.integer({ min: -9, max: 70 }), units: fc.nat(999) }),
    );
    fc.assert(
      fc.property(days, amounts, (on, came) => {
        const rows = came.map(({ n, units: amount }) => ({
          day: dayOf(later(n), utc),
          units: amount,
        }));
        const all = on.map((n) => payout({ id: id(`p${n}`), at: later(n) }));
        const result = reconcile(all, rows, utc);
        const shared = result.payouts.reduce(
          (sum, each) => sum + each.seen,
          Number(result.waiting),
        );
        expect([shared, result.twice]).toEqual([
          rows.reduce((sum, each) => sum + each.units, 0),
          false,
        ]);
      }),
    );
  });

  it('say how much of them was kept on the way', () => {
    expect(keptShares(payout({ price: usd(900), fees: 25, tax: 75 }))).toEqual({
      fees: 0.025,
      tax: 0.075,
    });
    expect(keptShares(payout({ price: usd(0) }))).toBeNull();
  });
});
