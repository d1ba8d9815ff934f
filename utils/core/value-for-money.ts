import { cheapestMixes, type Mixes } from './cheapest-mix.ts';
import type { CurrencyCode } from './ids.ts';
import { AmountTooLarge, type Money, type UnitRate } from './money.ts';
import { unitPrice } from './price-book.ts';
import type { PriceChoice } from './price-list.ts';
import { moneyOfPrice, type Price } from './scaled.ts';
import { type Units, units } from './units.ts';

/** A package on sale. */
export interface Package {
  readonly currency: CurrencyCode;
  readonly units: Units;
  readonly minor: number;
}

/**
 * An amount that the buyer names: any number of units from `from` to `to` at `rate`, the price rounded to the minor
 * unit, halves up, as shops do.
 */
export interface CustomAmount {
  readonly from: Units;
  readonly to: Units;
  readonly rate: UnitRate;
}

/** A way to get at least so many units: packages and amounts named by the buyer, each so many times. */
export interface BuyingPlan {
  readonly packages: readonly { readonly package: Package; readonly times: number }[];
  readonly custom: readonly {
    readonly units: Units;
    readonly minor: number;
    readonly times: number;
  }[];
  readonly units: Units;
  readonly price: Price;
  /** Units beyond those wanted: more was cheaper, or no package fits. */
  readonly surplus: Units;
}

/** Thrown where packages in different currencies would be mixed. */
export class CurrenciesDiffer extends Error {
  override readonly name = 'CurrenciesDiffer';
}

/** Thrown for more units than a plan is worked out for. */
export class TooManyUnits extends Error {
  override readonly name = 'TooManyUnits';
}

/** Units that a plan is worked out for at the most. The largest amount seen on sale at once is 2,500,000 coins. */
export const MOST_UNITS_PLANNED = 10_000_000;

/**
 * The cheapest way to get at least `wanted` units; of equally cheap ways the one with the largest packages. Null where
 * nothing is on sale. Exact: no mix of packages and one named amount is cheaper.
 *
 * `effort` is what one purchase less is worth, in minor units: nobody buys 429 small packages to save four dollars. It
 * is not in the price told; with any effort the plan is no dearer than a single package that covers what is wanted.
 * Throws {@link CurrenciesDiffer}, {@link TooManyUnits}, {@link AmountTooLarge}.
 */
export function cheapestPlan(
  wanted: Units,
  packages: readonly Package[],
  custom: CustomAmount | null = null,
  effort = 0,
): BuyingPlan | null {
  if (wanted > MOST_UNITS_PLANNED) {
    throw new TooManyUnits(String(wanted));
  }
  const currency = sameCurrency(packages, custom);
  if (currency === null) {
    return null;
  }
  const most = custom === null || wanted <= custom.to ? null : largestCustom(custom);
  const onSale = most === null ? packages : [...packages, most];
  const largestFirst = onSale
    .filter(({ units: size }) => size > 0)
    .sort((a, b) => b.units - a.units || a.minor - b.minor);
  const mixes = cheapestMixes(
    wanted,
    largestFirst.map((each) => ({ units: each.units, price: each.minor + effort })),
  );
  const { top, covered } = withCustom(wanted, mixes, custom, effort);
  const chosen = mixes.timesOf(covered);
  if (chosen === null) {
    return null;
  }
  const times = new Map(
    largestFirst.flatMap((each, index): [Package, number][] => {
      const n = chosen.get(index);
      return n === undefined ? [] : [[each, n]];
    }),
  );
  const bought = [...times].reduce((sum, [{ units: size }, n]) => sum + size * n, top?.units ?? 0);
  const minor = [...times].reduce((sum, [each, n]) => sum + each.minor * n, top?.minor ?? 0);
  const named = top === null ? [] : [{ ...top, times: 1 }];
  const mostTimes = most === null ? 0 : (times.get(most) ?? 0);
  return {
    packages: [...times]
      .filter(([each]) => each !== most)
      .map(([each, n]) => ({ package: each, times: n })),
    custom:
      most === null || mostTimes === 0
        ? named
        : [{ units: most.units, minor: most.minor, times: mostTimes }, ...named],
    units: units(bought),
    price: { currency, minor: safe(minor) },
    surplus: units(bought - wanted),
  };
}

function sameCurrency(
  packages: readonly Package[],
  custom: CustomAmount | null,
): CurrencyCode | null {
  const found = new Set(packages.map(({ currency }) => currency));
  if (custom !== null) found.add(custom.rate.currency);
  if (found.size > 1) {
    throw new CurrenciesDiffer([...found].join(', '));
  }
  return [...found][0] ?? null;
}

/** What a named amount costs, in minor units. */
function customPrice({ rate }: CustomAmount, amount: number): number {
  const twice = 2n * BigInt(amount) * BigInt(rate.minor) + BigInt(rate.units);
  return safe(Number(twice / (2n * BigInt(rate.units))));
}

function largestCustom(custom: CustomAmount): Package {
  return {
    currency: custom.rate.currency,
    units: custom.to,
    minor: customPrice(custom, custom.to),
  };
}

interface Topped {
  readonly top: { readonly units: Units; readonly minor: number } | null;
  /** How many steps the packages have to cover. */
  readonly covered: number;
}

/** The best split between packages and one named amount. */
function withCustom(
  wanted: number,
  { step, priceOf }: Mixes,
  custom: CustomAmount | null,
  effort: number,
): Topped {
  const all = Math.ceil(wanted / step);
  let best: Topped = { top: null, covered: all };
  let least = safe(priceOf(all));
  if (custom === null) {
    return best;
  }
  for (let covered = 0; covered < all; covered += 1) {
    const open = wanted - covered * step;
    const before = priceOf(covered) + effort;
    // Whatever the price is rounded to, it is not less than this: most splits are out without working it out.
    const floor = (open * custom.rate.minor) / custom.rate.units - 1;
    if (open > custom.to || before + floor >= least) continue;
    const amount = Math.max(open, custom.from);
    const price = customPrice(custom, amount);
    if (safe(before + price) < least) {
      least = before + price;
      best = { top: { units: units(amount), minor: price }, covered };
    }
  }
  return best;
}

function safe(amount: number): number {
  if (amount !== Number.POSITIVE_INFINITY && !Number.isSafeInteger(amount)) {
    throw new AmountTooLarge(String(amount));
  }
  return amount;
}

/** What one unit costs in each package, to six digits, cheapest first. `aboveBest` is in thousandths of the best. */
export function pricePerUnit<Offer extends Package>(
  packages: readonly Offer[],
): readonly { readonly package: Offer; readonly perUnit: Money; readonly aboveBest: number }[] {
  const sorted = packages.toSorted((a, b) => compareRates(a, b) || b.units - a.units);
  const [best] = sorted;
  return sorted.map((each) => ({
    package: each,
    perUnit: unitPrice(each),
    aboveBest: best === undefined ? 0 : aboveInThousandths(each, best),
  }));
}

function compareRates(a: Package, b: Package): number {
  const difference = BigInt(a.minor) * BigInt(b.units) - BigInt(b.minor) * BigInt(a.units);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

function aboveInThousandths(a: Package, b: Package): number {
  const cheaper = BigInt(b.minor) * BigInt(a.units);
  const dearer = BigInt(a.minor) * BigInt(b.units);
  return cheaper === 0n ? 0 : Number(((dearer - cheaper) * 1000n) / cheaper);
}

/** A plan and where it holds. */
export interface PlacedPlan extends PriceChoice {
  readonly plan: BuyingPlan;
}

/** What buying on the web saves against the app for the same number of wanted units. */
export interface Saving {
  readonly money: Money;
  /** Thousandths of the app's price, rounded down. */
  readonly share: number;
}

/**
 * What the web saves against the app; null where the two cannot be compared, since market or currency differ, or where
 * the app is not dearer.
 */
export function savingOnWeb(web: PlacedPlan, app: PlacedPlan): Saving | null {
  const cheap = web.plan.price;
  const dear = app.plan.price;
  const comparable =
    web.channel === 'web' &&
    app.channel === 'app' &&
    web.market === app.market &&
    cheap.currency === dear.currency;
  if (!comparable || dear.minor <= cheap.minor) {
    return null;
  }
  const saved = dear.minor - cheap.minor;
  return {
    money: moneyOfPrice({ currency: dear.currency, minor: saved }),
    share: Number((BigInt(saved) * 1000n) / BigInt(dear.minor)),
  };
}
