import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCode } from '../../utils/core/money.ts';
import {
  foldOperations,
  type OfferId,
  type Operation,
  type OperationId,
  undosOf,
} from '../../utils/core/operation.ts';
import { NotAnOperation, readOperation } from '../../utils/core/operation-schema.ts';
import {
  checkPurchase,
  listChannel,
  NotAPurchase,
  type Purchase,
  type PurchaseId,
  type PurchaseTrouble,
} from '../../utils/core/purchase.ts';
import { type EpochMs, epochMs } from '../../utils/core/time.ts';
import { type Units, units } from '../../utils/core/units.ts';
import {
  adjustment,
  anyOperations,
  budget,
  operation,
  ownWorth,
  purchase,
} from './made-operations.ts';
import { shuffledRepeats, start } from './sightings.ts';

const bought = operation(1, { type: 'purchase-set', purchase: purchase() });
const dearer = purchase({ price: { currency: currencyCode('USD'), minor: 24_999 } });
const corrected = operation(2, { type: 'purchase-set', purchase: dearer });
const removed = operation(3, { type: 'purchase-removed', purchase: purchase().id });
const undo = (index: number, id: string) =>
  operation(index, { type: 'undo', operation: id as OperationId });

describe('what the user did', () => {
  it('comes to the latest version of each thing', () => {
    expect(foldOperations([bought]).purchases).toEqual([purchase()]);
    expect(foldOperations([bought, corrected]).purchases).toEqual([dearer]);
    expect(foldOperations([bought, corrected, removed]).purchases).toEqual([]);
  });

  it('can be undone, and the undo undone', () => {
    const redo = undo(5, 'o4');
    expect(foldOperations([bought, corrected, removed, undo(4, 'o3')]).purchases).toEqual([dearer]);
    expect(foldOperations([bought, corrected, undo(4, 'o2')]).purchases).toEqual([purchase()]);
    expect(foldOperations([bought, undo(4, 'o1')]).purchases).toEqual([]);
    expect(foldOperations([bought, undo(4, 'o1'), redo]).purchases).toEqual([purchase()]);
    expect(foldOperations([bought, undo(4, 'o1'), redo, undo(6, 'o5')]).purchases).toEqual([]);
  });

  it('stays undone while one of two devices’ undos stands', () => {
    const twice = [bought, undo(4, 'o1'), undo(5, 'o1')];
    expect(undosOf(twice, bought.id)).toEqual(['o4', 'o5']);
    expect(foldOperations([...twice, undo(6, 'o4')]).purchases).toEqual([]);
    expect(foldOperations([...twice, undo(6, 'o4'), undo(7, 'o5')]).purchases).toHaveLength(1);
  });

  it('cannot undo what came later, nor itself', () => {
    const early = undo(0, 'o1');
    expect(foldOperations([early, bought]).purchases).toHaveLength(1);
    expect(foldOperations([bought, undo(4, 'o4')]).purchases).toHaveLength(1);
  });

  it('is told by time, then id, whenever it was told of', () => {
    const told = ['a', 'b', 'c'].map((id, index) =>
      operation(index, {
        type: 'purchase-set',
        purchase: purchase({ id: id as PurchaseId, at: epochMs(start - (id === 'c' ? 1 : 0)) }),
      }),
    );
    expect(foldOperations(told).purchases.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('keeps offers, bookings and a worth of each unit of their own', () => {
    const offer = {
      id: 'f1' as OfferId,
      unit: 'tiktok:coin' as const,
      market: 'US',
      channel: 'web' as const,
      currency: currencyCode('USD'),
      units: units(1000),
      minor: 1060,
      at: start,
    };
    const better = ownWorth({ least: 450 });
    const told = [
      operation(1, { type: 'offer-set', offer }),
      operation(2, { type: 'adjustment-set', adjustment: adjustment() }),
      operation(3, { type: 'worth-set', worth: ownWorth() }),
      operation(4, { type: 'worth-set', worth: better }),
    ];
    const state = { purchases: [], ownOffers: [offer], adjustments: [adjustment()] };
    expect(foldOperations(told)).toMatchObject({ ...state, ownWorths: [better] });
    const gone = operation(5, { type: 'worth-removed', unit: 'tiktok:coin' });
    expect(foldOperations([...told, gone])).toMatchObject({ ...state, ownWorths: [] });
    expect(foldOperations([...told, gone, undo(6, 'o5')])).toMatchObject({
      ...state,
      ownWorths: [better],
    });
  });
});

describe('operations of two devices', () => {
  it('come to the same in any order and with any repetition', () => {
    fc.assert(
      fc.property(
        anyOperations.chain((all) => fc.tuple(fc.constant(all), shuffledRepeats(all))),
        ([all, again]) => {
          expect(foldOperations(again)).toEqual(foldOperations(all));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('come to the same however they are split and put together', () => {
    fc.assert(
      fc.property(anyOperations, fc.array(fc.boolean()), (all, where) => {
        const one = all.filter((_, index) => where[index] ?? true);
        const other = all.filter((_, index) => !(where[index] ?? true));
        expect(foldOperations(new Set([...other, ...one]))).toEqual(foldOperations(all));
      }),
    );
  });

  it('are as before when the last one is undone', () => {
    fc.assert(
      fc.property(anyOperations, (all) => {
        const last = all.at(-1);
        fc.pre(last !== undefined && last.type !== 'person-forgotten');
        const undone = [...all, undo(50, last?.id ?? '')];
        expect(foldOperations(undone)).toEqual(foldOperations(all.slice(0, -1)));
        expect(foldOperations([...undone, undo(51, 'o50')])).toEqual(foldOperations(all));
      }),
      { numRuns: 500 },
    );
  });

  it('come to the same for damaged operations that share id or stamp', () => {
    fc.assert(
      fc.property(
        anyOperations
          .map((all) =>
            all.map((each, index): Operation => {
              const other = all[index >> 1];
              return index % 3 === 0 && other !== undefined
                ? ({ ...each, id: other.id, stamp: other.stamp } as Operation)
                : each;
            }),
          )
          .chain((all) => fc.tuple(fc.constant(all), shuffledRepeats(all))),
        ([all, again]) => {
          expect(foldOperations(again)).toEqual(foldOperations(all));
        },
      ),
    );
  });
});

describe('a purchase', () => {
  const now = epochMs(start + 1000);
  const wrong: [PurchaseTrouble, Partial<Purchase>][] = [
    ['units', { units: 0 as Units }],
    ['units', { units: -5 as Units }],
    ['units', { units: 1.5 as Units }],
    ['too-many-units', { units: units(100_000_001) }],
    ['price', { price: { currency: currencyCode('USD'), minor: -1 } }],
    ['price', { price: { currency: currencyCode('USD'), minor: Number.NaN } }],
    ['price-too-large', { price: { currency: currencyCode('USD'), minor: 2 ** 52 } }],
    ['currency', { price: { currency: 'XXL' as never, minor: 1 } }],
    ['date', { at: Number.NaN as EpochMs }],
    ['too-early', { at: epochMs(Date.UTC(2010, 11, 31)) }],
    ['in-the-future', { at: epochMs(now + 25 * 3_600_000) }],
    ['note-too-long', { note: 'x'.repeat(501) }],
  ];

  it.each(wrong)('is refused by name: %s', (trouble, part) => {
    expect(() => checkPurchase(purchase(part), now)).toThrow(NotAPurchase);
    expect(() => checkPurchase(purchase(part), now)).toThrow(trouble);
  });

  it('is taken as it is when nothing is wrong with it', () => {
    const free = purchase({ price: { currency: currencyCode('KWD'), minor: 0 } });
    expect(checkPurchase(free, now)).toBe(free);
  });

  it('compares with the list prices of its channel', () => {
    expect((['web', 'ios', 'android', 'other'] as const).map(listChannel)).toEqual([
      'web',
      'app',
      'app',
      null,
    ]);
  });
});

describe('a stored operation', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyOperations, (all) => {
        const stored: unknown[] = JSON.parse(JSON.stringify(all));
        const late = epochMs(start + 86_400_000);
        expect(stored.map((each) => readOperation(each, late))).toEqual(all);
      }),
    );
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['another type', { ...bought, type: 'explode' }],
    ['a stamp that no clock wrote', { ...bought, stamp: 'now' }],
    ['more than it should hold', { ...bought, html: '<b>' }],
    [
      'an unknown currency',
      { ...bought, purchase: { ...purchase(), price: { currency: 'AAA', minor: 1 } } },
    ],
    ['a purchase of less than nothing', { ...bought, purchase: { ...purchase(), units: -1 } }],
    [
      'a purchase of another year',
      { ...bought, purchase: { ...purchase(), at: Date.UTC(2031, 0) } },
    ],
    [
      'a budget of nothing',
      {
        ...operation(1, { type: 'budget-set', budget: budget() }),
        budget: budget({ limit: { in: 'units', unit: 'tiktok:coin', units: 0 } }),
      },
    ],
    [
      'a worth whose least is more than its most',
      operation(1, { type: 'worth-set', worth: ownWorth({ least: 601 }) }),
    ],
    ['a date that does not exist', { ...bought, purchase: { ...purchase(), at: 1e300 } }],
  ])('is refused: %s', (_name, value) => {
    expect(() => readOperation(value, start)).toThrow(NotAnOperation);
  });
});
