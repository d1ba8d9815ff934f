import { beforeEach, describe, expect, it } from 'vitest';
import { type RateDay, rateOn, rateText } from '../../utils/core/exchange-rate.ts';
import { fetchedSources } from '../../utils/core/exchange-rate-answers.ts';
import { shippedRates } from '../../utils/core/exchange-rate-snapshot.ts';
import { currencyCode } from '../../utils/core/money.ts';
import { type Day, epochMs, timeZone } from '../../utils/core/time.ts';
import { costContext } from '../../utils/storage/cost-context.ts';
import { LedgerDatabase } from '../../utils/storage/database.ts';
import {
  askSince,
  keepRates,
  noteRateTrouble,
  rateSourceStates,
  readRates,
} from '../../utils/storage/exchange-rates.ts';
import { start } from '../core/sightings.ts';

const [eur, usd, jpy] = [currencyCode('EUR'), currencyCode('USD'), currencyCode('JPY')];
const day = (text: string) => text as Day;
const later = epochMs(start + 1000);

let database: LedgerDatabase;
let databases = 0;

beforeEach(() => {
  databases += 1;
  database = new LedgerDatabase(`rates-${databases}`);
});

const rates = (
  on: string,
  of: Record<string, string>,
  source: RateDay['source'] = fetchedSources[0],
): RateDay => ({
  day: day(on),
  base: eur,
  rates: Object.fromEntries(Object.entries(of).map(([code, rate]) => [code, rateText(rate)])),
  source,
});

const dollars = async (on: string) => {
  const rate = rateOn((await readRates(database)).book, eur, usd, day(on));
  return rate === null ? null : [Number(rate.numerator) / Number(rate.denominator), rate.day];
};

describe('exchange rates', () => {
  it('are those that ship while none were fetched', async () => {
    expect((await readRates(database)).book).toEqual(shippedRates());
    expect(await askSince(database, 'frankfurter', day('2026-11-22'))).toBe('2026-10-02');
  });

  it('are of the payment’s own day, or the nearest earlier one, once fetched', async () => {
    await keepRates(
      database,
      'frankfurter',
      [rates('2026-11-20', { USD: '1.15' }), rates('2026-11-21', { USD: '1.16' })],
      start,
    );
    expect(await dollars('2026-11-20')).toEqual([1.15, '2026-11-20']);
    expect(await dollars('2026-11-22')).toEqual([1.16, '2026-11-21']);
    expect((await dollars('2026-11-19'))?.[1]).toBe('2026-10-02');
    expect(await askSince(database, 'frankfurter', day('2026-11-22'))).toBe('2026-11-21');
    expect(await askSince(database, 'currency-api', day('2026-11-22'))).toBe('2026-10-02');
  });

  it('of one day get what they lacked, and what is newer', async () => {
    await keepRates(
      database,
      'frankfurter',
      [rates('2026-11-20', { USD: '1.15', JPY: '180' })],
      start,
    );
    await keepRates(database, 'frankfurter', [rates('2026-11-20', { USD: '1.16' })], later);
    expect(await dollars('2026-11-20')).toEqual([1.16, '2026-11-20']);
    const { book } = await readRates(database);
    expect(rateOn(book, eur, jpy, day('2026-11-20'))?.day).toBe('2026-11-20');
  });

  it('of the better source are used where both tell of a day', async () => {
    await keepRates(database, 'frankfurter', [rates('2026-11-20', { USD: '1.15' })], start);
    await keepRates(
      database,
      'currency-api',
      [rates('2026-11-20', { USD: '1.2' }, fetchedSources[1])],
      later,
    );
    expect(await dollars('2026-11-20')).toEqual([1.15, '2026-11-20']);
  });

  it('that jump change nothing, not even those beside them', async () => {
    await keepRates(database, 'frankfurter', [rates('2026-11-20', { USD: '1.15' })], start);
    const nonsense = [rates('2026-11-21', { USD: '1.16' }), rates('2026-11-22', { USD: '116' })];
    await expect(keepRates(database, 'frankfurter', nonsense, later)).rejects.toThrow('jump');
    expect(await dollars('2026-11-22')).toEqual([1.15, '2026-11-20']);
    expect(await rateSourceStates(database)).toEqual([
      { id: 'frankfurter', triedAt: start, fetchedAt: start, day: '2026-11-20', trouble: '' },
    ]);
  });

  it('keep what came before trouble, which goes with the next that come', async () => {
    await keepRates(database, 'frankfurter', [rates('2026-11-20', { USD: '1.15' })], start);
    await noteRateTrouble(database, 'frankfurter', 'not-json', later);
    expect(await rateSourceStates(database)).toEqual([
      {
        id: 'frankfurter',
        triedAt: later,
        fetchedAt: start,
        day: '2026-11-20',
        trouble: 'not-json',
      },
    ]);
    await keepRates(database, 'frankfurter', [rates('2026-11-19', { USD: '1.15' })], later);
    expect(await rateSourceStates(database)).toMatchObject([{ day: '2026-11-20', trouble: '' }]);
  });

  it('make costs be worked out anew when they change', async () => {
    const before = await readRates(database);
    await noteRateTrouble(database, 'frankfurter', 'unreachable', start);
    expect((await readRates(database)).book).toEqual(before.book);
    const key = async () => {
      const known = { offers: new Map(), rates: await readRates(database) };
      const settings = { price: null, zone: null, overlays: {}, tags: true } as const;
      return costContext(known, { ...settings, rates: 'fetched' }, 'en-US', timeZone('UTC')).key;
    };
    const first = await key();
    await noteRateTrouble(database, 'frankfurter', 'unreachable', later);
    expect(await key()).toBe(first);
    await keepRates(database, 'frankfurter', [rates('2026-11-20', { USD: '1.15' })], later);
    expect(await key()).not.toBe(first);
  });
});
