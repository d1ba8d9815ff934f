/**
 * Sets of whole numbers as ranges `[from, to, from, to, …]`, each above `from` up to and including `to`, ascending
 * and never touching: the same set always has the same spans, so that sets can be united in any order.
 */
export type Spans = readonly number[];

/** The empty set. */
export const noSpans: Spans = [];

/** `spans` with the numbers above `from` up to and including `to`. */
export function addSpan(spans: Spans, from: number, to: number): Spans {
  return from >= to ? spans : uniteSpans(spans, [from, to]);
}

/** All numbers of `a` and of `b`. */
export function uniteSpans(a: Spans, b: Spans): Spans {
  if (a.length === 0 || b.length === 0) {
    return a.length === 0 ? b : a;
  }
  const ranges = [...pairs(a), ...pairs(b)].sort((x, y) => x.from - y.from);
  const united: number[] = [];
  let open: Range | null = null;
  for (const range of ranges) {
    if (open !== null && range.from <= open.to) {
      open = { from: open.from, to: Math.max(open.to, range.to) };
    } else {
      if (open !== null) united.push(open.from, open.to);
      open = range;
    }
  }
  if (open !== null) united.push(open.from, open.to);
  return united;
}

/** How many numbers the set has. */
export function spanLength(spans: Spans): number {
  return pairs(spans).reduce((sum, { from, to }) => sum + to - from, 0);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function pairs(spans: Spans): Range[] {
  const ranges: Range[] = [];
  for (let index = 0; index + 1 < spans.length; index += 2) {
    ranges.push({ from: spans[index] ?? 0, to: spans[index + 1] ?? 0 });
  }
  return ranges;
}

/** The numbers from 1 to `count` that are not in the set, as ranges of first and last. */
export function gapsIn(spans: Spans, count: number): { first: number; last: number }[] {
  const gaps: { first: number; last: number }[] = [];
  let next = 1;
  for (const { from, to } of pairs(spans)) {
    if (from >= next) gaps.push({ first: next, last: Math.min(from, count) });
    next = Math.max(next, to + 1);
  }
  if (next <= count) gaps.push({ first: next, last: count });
  return gaps.filter(({ first, last }) => first <= last);
}
