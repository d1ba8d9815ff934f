import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addRates,
  checkJump,
  converterTo,
  convertMoney,
  NonsenseRates,
  type RateDay,
  type RateTrouble,
  rateBook,
  rateOn,
  rateText,
} from '../../utils/core/exchange-rate.ts';
import {
  readCurrencyApi,
  readFrankfurter,
  readSnapshot,
} from '../../utils/core/exchange-rate-answers.ts';
import { shippedRates } from '../../utils/core/exchange-rate-snapshot.ts';
import { currencyCode, decimalOf, parseMoney } from '../../utils/core/money.ts';
import type { Day } from '../../utils/core/time.ts';

const [usd, eur, jpy, kwd, aed, sar] = ['USD', 'EUR', 'JPY', 'KWD', 'AED', 'SAR'].map(
  currencyCode,
) as [
  ReturnType<typeof currencyCode>,
  ReturnType<typeof currencyCode>,
  ReturnType<typeof currencyCode>,
  ReturnType<typeof currencyCode>,
  ReturnType<typeof currencyCode>,
  ReturnType<typeof currencyCode>,
];
const day = (text: string) => text as Day;

function rates(text: string, of: Record<string, string>, base = eur, source = 'test'): RateDay {
  const texts = Object.entries(of).map(([code, rate]) => [code, rateText(rate)]);
  return { day: day(text), base, rates: Object.fromEntries(texts), source };
}

const pegs = readSnapshot({
  days: [],
  pegs: [
    {
      currency: 'AED',
      base: 'USD',
      rate: '3.6725',
      since: '1997-11-02',
      authority: 'a',
      source: 's',
    },
    {
      currency: 'SAR',
      base: 'USD',
      rate: '3.75',
      since: '1986-06-01',
      authority: 'a',
      source: 's',
    },
  ],
}).pegs;

const book = rateBook(
  [
    rates('2026-03-13', { USD: '1.1476', JPY: '182.85' }),
    rates('2026-10-02', { USD: '1.1225' }),
    rates('2026-01-30', { USD: '1.1919', JPY: '183.59' }),
  ],
  pegs,
);

describe('a rate', () => {
  it('is of the payment’s own day, or the nearest earlier one, and says which', () => {
    expect(rateOn(book, eur, usd, day('2026-03-13'))).toMatchObject({
      day: '2026-03-13',
      when: 'same',
    });
    expect(rateOn(book, eur, usd, day('2026-11-22'))).toMatchObject({
      day: '2026-10-02',
      when: 'earlier',
    });
    expect(rateOn(book, eur, usd, day('2026-03-12'))).toMatchObject({ day: '2026-01-30' });
  });

  it('is of the last day that has both currencies', () => {
    expect(rateOn(book, usd, jpy, day('2026-11-22'))).toMatchObject({ day: '2026-03-13' });
  });

  it('is unknown before the first, unless a later one is asked for, which it then says', () => {
    expect(rateOn(book, eur, usd, day('2025-06-01'))).toBeNull();
    expect(rateOn(book, eur, usd, day('2025-06-01'), true)).toMatchObject({
      day: '2026-01-30',
      when: 'later',
    });
    expect(rateOn(book, eur, kwd, day('2026-11-22'), true)).toBeNull();
  });

  it('is fixed between a currency and what the law ties it to, on any day since', () => {
    expect(rateOn(book, usd, aed, day('2010-01-01'))).toMatchObject({ when: 'same' });
    expect(rateOn(book, usd, aed, day('1990-01-01'))).toBeNull();
    const dirhams = parseMoney('367.25', aed);
    const rate = rateOn(book, aed, sar, day('2010-01-01'));
    expect(rate && decimalOf(convertMoney(dirhams, rate, sar))).toBe('375.000000');
    const euros = rateOn(book, aed, eur, day('2026-10-02'));
    expect(euros && decimalOf(convertMoney(dirhams, euros, eur))).toBe('89.086860');
  });

  it('goes through the base without a float', () => {
    const rate = rateOn(book, usd, jpy, day('2026-03-13'));
    expect(rate && decimalOf(convertMoney(parseMoney('185.50', usd), rate, jpy))).toBe(
      '29556.1825',
    );
  });
});

describe('a book', () => {
  it('takes later rates of the same day and source for the earlier ones', () => {
    const more = addRates(book, [rates('2026-10-02', { USD: '1.2', JPY: '170' })]);
    expect(more.days).toHaveLength(3);
    expect(converterTo(more, usd)(parseMoney('1', eur), day('2026-10-03'))).toMatchObject({
      money: { amount: 1_200_000 },
      rateDay: '2026-10-02',
    });
  });

  it('that is empty converts nothing', () => {
    const empty = rateBook([], []);
    expect(converterTo(empty, usd)(parseMoney('1', eur), day('2026-10-03'))).toBeNull();
    expect(readSnapshot({ days: [], pegs: [] })).toEqual({ days: [], pegs: [] });
  });

  it('ships with rates of the European Central Bank', () => {
    const shipped = shippedRates();
    expect(shipped.days.map((each) => each.day)).toEqual(
      [...shipped.days.map((each) => each.day)].sort(),
    );
    const rate = rateOn(shipped, eur, usd, day('2026-11-22'));
    expect(rate).toMatchObject({ day: '2026-10-02', when: 'earlier' });
    expect(rate && decimalOf(convertMoney(parseMoney('100', eur), rate, usd))).toBe('112.250000');
    expect(rateOn(shipped, currencyCode('IDR'), aed, day('2026-11-22'))).not.toBeNull();
    expect(rateOn(shipped, currencyCode('VND'), usd, day('2026-11-22'))).toBeNull();
  });
});

describe('conversion', () => {
  const anyRate = fc
    .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, places]) => `${digits}e-${places}`);

  it('there and back loses no more than the rounding of both', () => {
    fc.assert(
      fc.property(anyRate, fc.nat(1_000_000_000), (text, amount) => {
        const pair = rateBook([rates('2026-01-01', { USD: text })], []);
        const there = rateOn(pair, eur, usd, day('2026-01-01'));
        const back = rateOn(pair, usd, eur, day('2026-01-01'));
        if (there === null || back === null) throw new Error('no rate');
        const money = { currency: eur, amount, scale: 6 };
        const again = convertMoney(convertMoney(money, there, usd), back, eur);
        const most = Number(there.denominator) / Number(there.numerator) / 2 + 1;
        expect(Math.abs(again.amount - amount)).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('keeps the order of amounts', () => {
    fc.assert(
      fc.property(anyRate, fc.nat(1e9), fc.nat(1e9), (text, a, b) => {
        const convert = converterTo(rateBook([rates('2026-01-01', { USD: text })], []), jpy, true);
        const to = converterTo(rateBook([rates('2026-01-01', { USD: text })], []), usd);
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map(
          (amount) =>
            to({ currency: eur, amount, scale: 6 }, day('2026-01-01'))?.money.amount ?? -1,
        );
        expect(less).toBeLessThanOrEqual(more ?? -1);
        expect(convert({ currency: eur, amount: a, scale: 6 }, day('2026-01-01'))).toBeNull();
      }),
    );
  });
});

describe('the text of a rate', () => {
  it.each([
    ['1.10', '1.1'],
    ['1', '1'],
    ['0.000052', '0.000052'],
    ['5.2e-5', '0.000052'],
    ['1.5E+3', '1500'],
    ['20000', '20000'],
    ['019.50', '19.5'],
  ])('%s is %s', (text, expected) => {
    expect(rateText(text)).toBe(expected);
  });

  it.each<[string, RateTrouble]>([
    ['', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['1,5', 'not-a-number'],
    ['1e999', 'not-a-number'],
    ['9'.repeat(50), 'not-a-number'],
    ['0', 'not-positive'],
    ['0.000', 'not-positive'],
    ['-1.2', 'not-positive'],
    ['1000000001', 'absurd'],
    ['1e-10', 'absurd'],
  ])('is not %j: %s', (text, trouble) => {
    expect(() => rateText(text)).toThrow(
      expect.objectContaining({ name: 'NonsenseRates', trouble }),
    );
  });
});

describe('an answer of Frankfurter', () => {
  const asked = { base: usd, today: day('2026-11-22') };
  const row = (part: Record<string, unknown> = {}) => ({
    date: '2026-11-20',
    base: 'USD',
    quote: 'EUR',
    rate: 0.8908,
    ...part,
  });

  it('is read by day, with its numbers as they were written', () => {
    const text = `[{"date":"2026-11-20","base":"USD","quote":"EUR","rate":0.89086859688195991091},
      {"date":"2026-11-19","base":"USD","quote":"VND","rate":26000.0},
      {"date":"2026-11-20","base":"USD","quote":"XDR1","rate":0.7}]`;
    expect(readFrankfurter(text, asked)).toEqual([
      rates('2026-11-20', { EUR: '0.89086859688195991091' }, usd, 'api.frankfurter.dev'),
      rates('2026-11-19', { VND: '26000' }, usd, 'api.frankfurter.dev'),
    ]);
  });

  it.each<[RateTrouble, unknown]>([
    ['wrong-shape', { rates: {} }],
    ['wrong-shape', [row({ rate: '0.89' })]],
    ['wrong-shape', [row({ rate: null })]],
    ['empty', []],
    ['empty', [row({ quote: 'BTC' })]],
    ['not-positive', [row({ rate: -0.89 })]],
    ['not-positive', [row({ rate: 0 })]],
    ['absurd', [row({ rate: 1e12 })]],
    ['wrong-base', [row({ base: 'EUR' })]],
    ['bad-date', [row({ date: '2026-02-30' })]],
    ['bad-date', [row({ date: 'yesterday' })]],
    ['in-the-future', [row({ date: '2026-11-24' })]],
    ['contradiction', [row(), row({ rate: 0.9 })]],
    ['contradiction', [row({ quote: 'USD', rate: 2 })]],
  ])('is refused by name: %s', (trouble, value) => {
    expect(() => readFrankfurter(JSON.stringify(value), asked)).toThrow(
      expect.objectContaining({ name: 'NonsenseRates', trouble }),
    );
  });

  it('is refused when it is no JSON, or endless', () => {
    expect(() => readFrankfurter('<html>503</html>', asked)).toThrow(NonsenseRates);
    expect(() => readFrankfurter(' '.repeat(4_000_001), asked)).toThrow('too-large');
  });

  it('of tomorrow is taken: it is tomorrow somewhere', () => {
    const text = JSON.stringify([row({ date: '2026-11-23' })]);
    expect(readFrankfurter(text, asked)).toHaveLength(1);
  });

  it('never fails but by name, whatever comes', () => {
    const named = (read: () => unknown) => {
      try {
        read();
      } catch (error) {
        expect(error).toBeInstanceOf(NonsenseRates);
      }
    };
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        named(() => readFrankfurter(text, asked));
        named(() => readCurrencyApi(text, asked));
        named(() => readSnapshot(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('an answer of the currency-api', () => {
  const asked = { base: usd, today: day('2026-11-22') };

  it('is read without what is no currency', () => {
    const text =
      '{"date":"2026-11-21","usd":{"usd":1,"eur":0.8908,"vnd":26000.5,"1inch":3.1,"btc":0.0000000001}}';
    expect(readCurrencyApi(text, asked)).toEqual([
      rates('2026-11-21', { EUR: '0.8908', VND: '26000.5' }, usd, 'fawazahmed0/exchange-api'),
    ]);
  });

  it.each<[RateTrouble, string]>([
    ['wrong-base', '{"date":"2026-11-21","eur":{"usd":1.1}}'],
    ['wrong-shape', '{"usd":{"eur":0.9}}'],
    ['bad-date', '{"date":"","usd":{"eur":0.9}}'],
    ['not-positive', '{"date":"2026-11-21","usd":{"eur":0}}'],
    ['empty', '{"date":"2026-11-21","usd":{}}'],
  ])('is refused by name: %s', (trouble, text) => {
    expect(() => readCurrencyApi(text, asked)).toThrow(expect.objectContaining({ trouble }));
  });
});

describe('rates that jump', () => {
  it('are refused, either way, and only beyond the factor', () => {
    const before = rates('2026-11-20', { USD: '1', JPY: '180' });
    const check = (yen: string) => () =>
      checkJump(before, rates('2026-11-21', { USD: '1.1', JPY: yen }));
    expect(check('1800')).not.toThrow();
    expect(check('1801')).toThrow('jump');
    expect(check('17')).toThrow('jump');
  });
});

describe('a damaged file of rates', () => {
  it.each<[unknown]>([
    [null],
    [{ days: [] }],
    [{ days: [{ day: '2026-11-20', base: 'EUR', source: 's', rates: { USD: 'x' } }], pegs: [] }],
    [{ days: [{ day: '2026-11-20', base: 'EUR', source: 's', rates: { XXL: '1' } }], pegs: [] }],
    [{ days: [{ day: '2026-13-20', base: 'EUR', source: 's', rates: {} }], pegs: [] }],
  ])('is refused', (content) => {
    expect(() => readSnapshot(content)).toThrow(NonsenseRates);
  });
});
