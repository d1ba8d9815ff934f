/** Numbers from 0 to below 1 that look random and are the same every time for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `items` in an order that the seed decides. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const roll = dice(seed);
  return items
    .map((item) => ({ item, rank: roll() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** One of `items`. Throws for an empty list. */
export function oneOf<T>(items: readonly T[], roll: () => number): T {
  const item = items[Math.floor(roll() * items.length)];
  if (item === undefined) {
    throw new RangeError('nothing to choose from');
  }
  return item;
}
