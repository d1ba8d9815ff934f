import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCosts,
  type Cost,
  CostsDiffer,
  costTotal,
  noCost,
  weakestBasis,
} from '../../utils/core/cost.ts';
import {
  type Convert,
  costAll,
  eventKey,
  exactCost,
  type LotEvent,
  lotEvents,
  type Pricing,
  type Ran,
  type Run,
  type Went,
} from '../../utils/core/costing.ts';
import { displayLeft, type LotMethod } from '../../utils/core/lots.ts';
import { currencyCode, decimalOf, type UnitRate } from '../../utils/core/money.ts';
import { foldOperations } from '../../utils/core/operation.ts';
import { divideHalfEven, ledgerMoney, moneyOfPrice, scaleOf } from '../../utils/core/scaled.ts';
import { dayOf, epochMs, timeZone } from '../../utils/core/time.ts';
import { units } from '../../utils/core/units.ts';
import { adjustment, anyOperations, operation, purchase } from './made-operations.ts';
import { start } from './sightings.ts';

const usd = currencyCode('USD');
const utc = timeZone('UTC');
const methods: readonly LotMethod[] = ['first-in-first-out', 'average'];
const webRate: UnitRate = { currency: usd, minor: 18_550, units: units(17_500) };

/** Made-up rates: so many of the display currency for a hundred of the other. None for the dinar. */
const perHundred: Record<string, bigint> = { USD: 100n, JPY: 1n, IDR: 3n };

function pricing(display = usd, listed: UnitRate | null = webRate): Pricing {
  const convert: Convert = (money, day) => {
    const from = perHundred[money.currency];
    const to = perHundred[display];
    if (from === undefined || to === undefined) return null;
    const exact = BigInt(money.amount) * from * 10n ** BigInt(scaleOf(display));
    const amount = divideHalfEven(exact, to * 10n ** BigInt(money.scale));
    return { money: ledgerMoney(display, amount), rateDay: day };
  };
  return { display, convert, dayOf: (at) => dayOf(at, utc), listed: () => listed };
}

const run = (part: Partial<Run> = {}): Run => ({
  method: 'first-in-first-out',
  pricing: pricing(),
  ...part,
});

function sent(id: string, minute: number, count: number): Went {
  return { type: 'went', id, at: epochMs(start + minute * 60_000), units: units(count) };
}

const sum = (costs: Iterable<Cost>, display = usd): Cost =>
  [...costs].reduce((total, cost) => addCosts(total, cost), noCost(display));

const costsOf = ({ costs }: Ran): Cost[] => [...costs.values()].map(({ cost }) => cost);

function costOfOne(events: readonly LotEvent[], id: string, part: Partial<Run> = {}): Cost {
  return costAll(events, run(part)).costs.get(id)?.cost ?? noCost(usd);
}

describe('what a gift cost', () => {
  const coins = lotEvents('tiktok:coin', [purchase()], [], [sent('lion', 5, 29_999)]);

  it('is what was paid for its coins, and the listed price for those without a purchase', () => {
    expect(costOfOne(coins, 'lion')).toMatchObject({
      paid: 185_500_000,
      paidUnits: 17_500,
      listedUnits: 12_499,
      listed: 132_489_400,
      unpricedUnits: 0,
    });
    expect(decimalOf(costTotal(costOfOne(coins, 'lion')))).toBe('317.989400');
  });

  it('is unknown in part where no price is listed', () => {
    const cost = costOfOne(coins, 'lion', { pricing: pricing(usd, null) });
    expect(cost).toMatchObject({ listed: 0, listedUnits: 0, unpricedUnits: 12_499 });
    expect(weakestBasis(cost)).toBe('unknown');
  });

  it('takes nothing from a purchase made later, but from one at the same moment', () => {
    const at = (minute: number) => purchase({ at: epochMs(start + minute * 60_000) });
    const with_ = (minute: number) =>
      costOfOne(lotEvents('tiktok:coin', [at(minute)], [], [sent('rose', 5, 1)]), 'rose');
    expect(weakestBasis(with_(6))).toBe('listed');
    expect(weakestBasis(with_(5))).toBe('paid');
  });

  it('takes coins that were sent on the phone out first', () => {
    const events = lotEvents(
      'tiktok:coin',
      [purchase({ units: units(10) })],
      [adjustment({ at: epochMs(start + 60_000) })],
      [sent('rose', 5, 1)],
    );
    expect(weakestBasis(costOfOne(events, 'rose'))).toBe('listed');
  });

  it('is the listed price for coins that came nobody knows how', () => {
    const events = lotEvents(
      'tiktok:coin',
      [],
      [adjustment({ kind: 'bought-elsewhere' })],
      [sent('rose', 5, 1)],
    );
    expect(costOfOne(events, 'rose')).toMatchObject({ listed: 10_600, listedUnits: 1 });
  });

  it('is unknown in dollars, though not in dinars, where no rate is known', () => {
    const dinars = { currency: currencyCode('KWD'), minor: 57_000 };
    const events = lotEvents(
      'tiktok:coin',
      [purchase({ price: dinars })],
      [],
      [sent('rose', 5, 1)],
    );
    const { cost, draw } = costAll(events, run()).costs.get('rose') ?? {};
    expect(cost).toMatchObject({ paid: 0, paidUnits: 0, unpricedUnits: 1 });
    expect(draw?.parts).toMatchObject([
      { price: { currency: 'KWD', amount: 32_571 }, display: null },
    ]);
  });

  it('is exact where it was paid in money', () => {
    const yen = moneyOfPrice({ currency: currencyCode('JPY'), minor: 500 });
    expect(exactCost(yen, start, pricing())).toMatchObject({ exact: 5_000_000, unconverted: 0 });
    const dinars = moneyOfPrice({ currency: currencyCode('KWD'), minor: 500 });
    const cost = exactCost(dinars, start, pricing());
    expect(cost).toMatchObject({ exact: 0, unconverted: 1 });
    expect(weakestBasis(cost)).toBe('unknown');
  });
});

describe('costs', () => {
  it('have the label of their weakest part', () => {
    const nothing = noCost(usd);
    expect(weakestBasis(nothing)).toBe('exact');
    const paid = { ...nothing, paid: 0, paidUnits: 3 };
    expect(weakestBasis(paid)).toBe('paid');
    expect(weakestBasis(addCosts(paid, { ...nothing, listed: 1, listedUnits: 1 }))).toBe('listed');
  });

  it('come back to nothing when they are taken away', () => {
    const cost = costOfOne(lotEvents('tiktok:coin', [purchase()], [], [sent('a', 1, 20_000)]), 'a');
    expect(addCosts(addCosts(noCost(usd), cost), cost, -1)).toEqual(noCost(usd));
  });

  it('are not added across display currencies', () => {
    expect(() => addCosts(noCost(usd), noCost(currencyCode('JPY')))).toThrow(CostsDiffer);
  });
});

describe('a run through what was bought and sent', () => {
  const anySpends = fc
    .array(fc.record({ minute: fc.nat(30), count: fc.integer({ min: 0, max: 6_000 }) }), {
      maxLength: 15,
    })
    .map((all) => all.map(({ minute, count }, index) => sent(`e${index}`, minute, count)));

  const anyEvents = fc.tuple(anyOperations, anySpends).map(([operations, spends]) => {
    const { purchases, adjustments } = foldOperations(operations);
    return lotEvents('tiktok:coin', purchases, adjustments, spends);
  });
  const displays = fc.constantFrom('USD', 'JPY', 'IDR', 'KWD').map(currencyCode);

  it.each(methods)('%s: loses no coin and no money, in any currency', (method) => {
    fc.assert(
      fc.property(anyEvents, displays, (events, display) => {
        const priced = pricing(display, { ...webRate, currency: display });
        const ran = costAll(events, { method, pricing: priced });
        const total = sum(costsOf(ran), display);
        const gone = events.filter(({ type }) => type === 'went');
        expect(total.paidUnits + total.listedUnits + total.unpricedUnits).toBe(
          gone.reduce((count, event) => count + event.units, 0),
        );
        let paid = 0;
        for (const event of events) {
          if (event.type !== 'came' || event.price === null) continue;
          const price = moneyOfPrice(event.price);
          const shown =
            price.currency === display
              ? price
              : (priced.convert(price, dayOf(event.at, utc))?.money ?? null);
          paid += shown?.amount ?? 0;
        }
        expect(total.paid + displayLeft(ran.state)).toBe(paid);
        for (const cost of costsOf(ran)) {
          expect(
            Math.min(cost.paid, cost.listed, cost.paidUnits, cost.unpricedUnits),
          ).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each(methods)('%s: gives the same in whatever order the events became known', (method) => {
    fc.assert(
      fc.property(
        anyEvents.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          expect(costAll(shuffled, run({ method }))).toEqual(costAll(events, run({ method })));
        },
      ),
    );
  });

  it.each(methods)('%s: gives the same resumed from any checkpoint, stored or not', (method) => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 1, max: 5 }), (events, every) => {
        const whole = costAll(events, run({ method, every }));
        for (const from of whole.checkpoints) {
          const stored = JSON.parse(JSON.stringify(from));
          const rest = costAll(events, run({ method, from: stored }));
          expect(rest.state).toEqual(whole.state);
          for (const [id, cost] of rest.costs) expect(cost).toEqual(whole.costs.get(id));
          const before = events.filter((event) => eventKey(event) <= from.key);
          const first = costAll(before, run({ method }));
          expect(new Map([...first.costs, ...rest.costs])).toEqual(whole.costs);
        }
      }),
    );
  });

  it.each(methods)('%s: a change worked out from a checkpoint equals a recount', (method) => {
    const changed = fc.tuple(anyEvents, anyEvents, fc.nat(), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(changed, ([events, others, seed, every]) => {
        const swap = events[seed % Math.max(1, events.length)];
        const fresh = others[seed % Math.max(1, others.length)];
        const left = events.filter((event) => event !== swap && event.id !== fresh?.id);
        const after = fresh === undefined ? left : [...left, fresh];
        const gone = events.filter((event) => !after.includes(event));
        const touched = [...gone, ...(fresh === undefined ? [] : [fresh])].map(eventKey).sort();
        const before = costAll(events, run({ method, every }));
        const from = before.checkpoints.findLast(({ key }) => key < (touched[0] ?? '~'));
        const again = costAll(
          after,
          run({
            method,
            ...(from === undefined ? {} : { from }),
            known: before.checkpoints,
            ...(touched.length === 0 ? {} : { changedUpTo: touched.at(-1) ?? '' }),
          }),
        );
        const merged = new Map(before.costs);
        for (const event of gone) merged.delete(event.id);
        for (const [id, cost] of again.costs) merged.set(id, cost);
        const recount = costAll(after, run({ method }));
        expect(merged).toEqual(recount.costs);
        const total = (costs: Ran['costs']) => sum([...costs.values()].map(({ cost }) => cost));
        expect(total(merged)).toEqual(total(recount.costs));
      }),
      { numRuns: 300 },
    );
  });

  it('stops where nothing changes any more', () => {
    const spends = Array.from({ length: 100 }, (_, index) => sent(`e${index}`, index, 10));
    const events = lotEvents('tiktok:coin', [], [], spends);
    const before = costAll(events, run({ every: 1 }));
    const grown = sent('e3', 3, 12);
    const after = costAll(
      events.map((event) => (event.id === 'e3' ? grown : event)),
      run({ known: before.checkpoints, changedUpTo: eventKey(grown) }),
    );
    expect(after.stoppedAt).toBe(eventKey(grown));
    expect(after.costs.size).toBe(4);
  });

  it('follows operations: a purchase recorded, made dearer, removed, and all undone again', () => {
    const dearer = purchase({ price: { currency: usd, minor: 24_999 } });
    const history = [
      operation(1, { type: 'purchase-set', purchase: purchase() }),
      operation(2, { type: 'purchase-set', purchase: dearer }),
      operation(3, { type: 'purchase-removed', purchase: purchase().id }),
      operation(4, { type: 'undo', operation: 'o3' as never }),
      operation(5, { type: 'undo', operation: 'o2' as never }),
    ];
    const costs = history.map((_, index) => {
      const { purchases } = foldOperations(history.slice(0, index + 1));
      const events = lotEvents('tiktok:coin', purchases, [], [sent('lion', 5, 17_500)]);
      return decimalOf(costTotal(costOfOne(events, 'lion')));
    });
    expect(costs).toEqual(['185.500000', '249.990000', '185.500000', '249.990000', '185.500000']);
  });
});
