/** One measured number: a ratio or a size, beside its goal in the design. */
export interface Metric {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Null where the design names none. */
  readonly goal: number | null;
  readonly ok: boolean;
}

/** Three digits are more than the spread between runs leaves meaningful; whole numbers, as sizes are, stay whole. */
function rounded(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError('nothing was measured');
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

/** A number that should be at most `goal`. */
export function atMost(name: string, value: number, unit: string, goal: number): Metric {
  return { name, value: rounded(value), unit, goal, ok: value <= goal };
}

/** A number that should be at least `goal`. */
export function atLeast(name: string, value: number, unit: string, goal: number): Metric {
  return { name, value: rounded(value), unit, goal, ok: value >= goal };
}

/** A number without a goal, which explains others. */
export function aside(name: string, value: number, unit: string): Metric {
  return { name, value: rounded(value), unit, goal: null, ok: true };
}

/** The numbers as a table for people. */
export function tableOf(metrics: readonly Metric[]): string {
  const rows = metrics.map(({ name, value, unit, goal, ok }) => [
    name,
    `${value} ${unit}`,
    goal === null ? '' : `${goal} ${unit}`,
    goal === null ? '' : ok ? 'ok' : 'MISSED',
  ]);
  const all = [['what', 'measured', 'goal', ''], ...rows];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...all.map((row) => (row[column] ?? '').length)),
  );
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The middle value: one slow round does not move it. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which `part` of all values lie. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) * part;
  const low = sorted[Math.floor(middle)] ?? Number.NaN;
  const high = sorted[Math.ceil(middle)] ?? Number.NaN;
  return low + (high - low) * (middle % 1);
}
