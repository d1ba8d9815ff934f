/** A size of package with what it costs to choose it once. Both are whole numbers above zero, the price may be zero. */
export interface Size {
  readonly units: number;
  readonly price: number;
}

/** How little each number of units can cost, and how to get them for that. */
export interface Mixes {
  /** All sizes are multiples of it, and units are counted in it. */
  readonly step: number;
  /** The least price of `steps` or more. Infinite where there is no size. */
  priceOf(steps: number): number;
  /** How often each size, by its index, is chosen for it; null where there is no size. */
  timesOf(steps: number): ReadonlyMap<number, number> | null;
}

/**
 * Works out the cheapest mixes of up to `wanted` units, exactly. Of equally cheap choices the earlier size is taken.
 *
 * Up to a bound every number of units is worked out. Beyond it one package of the best rate is certainly in some
 * cheapest mix, so that it can be taken off: let it have `u` units at `p`. Packages of all other sizes lose something
 * against its rate, in all less than `p`, or packages of the best rate alone would be cheaper; and as many packages of
 * an equally good size as make a multiple of `u` units can be changed for packages of the best rate. So only so many
 * units can be in other packages.
 */
export function cheapestMixes(wanted: number, sizes: readonly Size[]): Mixes {
  const step = sizes.reduce((divisor, { units }) => gcd(divisor, units), 0) || 1;
  const inSteps = sizes.map(({ units, price }) => ({ units: units / step, price }));
  const best = inSteps.reduce<Size | null>(
    (found, each) => (found === null || loss(each, found) < 0n ? each : found),
    null,
  );
  const last = Math.min(Math.ceil(wanted / step), best === null ? 0 : boundOf(inSteps, best));
  const price = new Float64Array(last + 1).fill(Number.POSITIVE_INFINITY);
  const choice = new Int16Array(last + 1).fill(-1);
  price[0] = 0;
  inSteps.forEach((each, index) => {
    for (let open = 1; open <= last; open += 1) {
      const sum = (open > each.units ? (price[open - each.units] ?? 0) : 0) + each.price;
      if (sum < (price[open] ?? 0)) {
        price[open] = sum;
        choice[open] = index;
      }
    }
  });
  const takenOff = (steps: number): number =>
    best === null || steps <= last ? 0 : Math.ceil((steps - last) / best.units);
  return {
    step,
    priceOf(steps) {
      const off = takenOff(steps);
      return best === null
        ? (price[steps] ?? Number.POSITIVE_INFINITY)
        : off * best.price + (price[steps - off * best.units] ?? 0);
    },
    timesOf(steps) {
      const times = new Map<number, number>();
      const off = takenOff(steps);
      if (best !== null && off > 0) times.set(inSteps.indexOf(best), off);
      for (let open = steps - off * (best?.units ?? 0); open > 0; ) {
        const index = choice[open] ?? -1;
        const chosen = inSteps[index];
        if (chosen === undefined) return null;
        times.set(index, (times.get(index) ?? 0) + 1);
        open = Math.max(0, open - chosen.units);
      }
      return times;
    },
  };
}

/** How much dearer `size` is than the same units at the rate of `best`, in 1/(units of `best`) of the price's unit. */
function loss(size: Size, best: Size): bigint {
  return BigInt(size.price) * BigInt(best.units) - BigInt(best.price) * BigInt(size.units);
}

/** A number of units above which a cheapest mix has a package of the best rate. */
function boundOf(sizes: readonly Size[], best: Size): number {
  let losing = 0n;
  let equal = 0n;
  for (const each of sizes) {
    const lost = loss(each, best);
    if (lost === 0n) {
      equal += BigInt(best.units / gcd(best.units, each.units) - 1) * BigInt(each.units);
    } else {
      const most = (BigInt(best.price) * BigInt(best.units) * BigInt(each.units)) / lost + 1n;
      if (most > losing) losing = most;
    }
  }
  return Number(losing + equal) + best.units;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
