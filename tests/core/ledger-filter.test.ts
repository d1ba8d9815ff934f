import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BudgetId } from '../../utils/core/budget.ts';
import type { AccountId, EntryId, GiftId } from '../../utils/core/ids.ts';
import {
  askedFor,
  bases,
  directions,
  everything,
  isInTotals,
  kinds,
  type LedgerFilter,
  ledgerAddress,
  readLedgerAddress,
  wantedStates,
  whoseGifts,
} from '../../utils/core/ledger-filter.ts';
import { type Day, epochMs } from '../../utils/core/time.ts';

const read = (query: string) => readLedgerAddress(new URLSearchParams(query), ['tiktok']);

const day = fc
  .date({ min: new Date('2016-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day);
const id = fc.string({ minLength: 1, maxLength: 40 });
const on = <Id extends string>() =>
  fc.option(id.map((text) => ({ platform: 'tiktok' as const, id: text as Id })));

const filters: fc.Arbitrary<LedgerFilter> = fc.record({
  text: fc.string({ maxLength: 40 }),
  platform: fc.option(fc.constant('tiktok' as const)),
  direction: fc.option(fc.constantFrom(...directions)),
  kind: fc.option(fc.constantFrom(...kinds)),
  basis: fc.option(fc.constantFrom(...bases)),
  state: fc.option(fc.constantFrom(...wantedStates)),
  from: fc.option(day),
  to: fc.option(day),
  creator: on<AccountId>(),
  person: on<AccountId>(),
  gift: on<GiftId>(),
  session: fc.option(
    fc.uniqueArray(
      id.map((text) => `tiktok:${text}` as const),
      { minLength: 1, maxLength: 3 },
    ),
  ),
  during: fc.option(
    fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => ({
      from: epochMs(Math.min(a, b)),
      to: epochMs(Math.max(a, b)),
    })),
  ),
  budget: fc.option(id.map((text) => text as BudgetId)),
  hour: fc.option(
    fc.record({ weekday: fc.integer({ min: 1, max: 7 }), hour: fc.integer({ min: 0, max: 23 }) }),
  ),
  whose: fc.option(fc.constantFrom(...whoseGifts)),
  undelivered: fc.boolean(),
});

describe('the ledger page’s address', () => {
  it('says the filter and the open entry: reading what was written gives the same', () => {
    fc.assert(
      fc.property(filters, fc.option(id), (filter, entry) => {
        const [, query = ''] = ledgerAddress(filter, entry as EntryId | null).split('?', 2);
        expect(read(query)).toEqual({ filter, entry, unread: [] });
      }),
    );
  });

  it('is short where nothing is asked for, and says what is in plain words', () => {
    expect(ledgerAddress(everything)).toBe('#ledger');
    expect(
      ledgerAddress({
        direction: 'sent',
        from: '2026-11-01' as Day,
        creator: { platform: 'tiktok', id: '123' as AccountId },
      }),
    ).toBe('#ledger?direction=sent&from=2026-11-01&creator=tiktok%3A123');
  });

  it.each([
    ['from=2026-02-30', ['from']],
    ['from=2026-2-3', ['from']],
    ['direction=both&colour=red', ['direction', 'colour']],
    ['creator=myspace:1&person=tiktok:&gift=5655', ['creator', 'person', 'gift']],
    ['hour=8-1&hour=1-24', ['hour']],
    ['constructor=1&__proto__=2', ['constructor', '__proto__']],
    ['undelivered=0', ['undelivered']],
    [`entry=${'x'.repeat(301)}`, ['entry']],
  ])('names what it cannot read in %s and leaves it out', (query, unread) => {
    expect(read(query)).toEqual({ filter: everything, entry: null, unread });
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (query) => {
        expect(read(query).filter.text.length).toBeLessThanOrEqual(120);
      }),
    );
  });
});

describe('a filter', () => {
  it('is one that totals answer where it asks for their dimensions only', () => {
    expect(isInTotals(everything)).toBe(true);
    for (const query of [
      'direction=sent&kind=gift&from=2026-11-01&creator=tiktok:1',
      'state=closed',
      'state=unconfirmed',
      'basis=listed',
    ]) {
      expect(isInTotals(read(query).filter), query).toBe(true);
    }
    for (const query of ['q=rose', 'gift=tiktok:1', 'session=tiktok:1', 'hour=1-1', 'state=open']) {
      expect(isInTotals(read(query).filter), query).toBe(false);
    }
    expect(isInTotals(read('undelivered=1').filter)).toBe(false);
  });

  it('counts what it asks for, a period once', () => {
    expect(askedFor(everything)).toBe(0);
    expect(askedFor(read('from=2026-11-01&to=2026-11-30&q=rose&undelivered=1').filter)).toBe(3);
  });
});
