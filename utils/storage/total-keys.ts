/** The fields that the primary key of each table of totals is made of, in the order of its schema. */
export const totalKeyPaths = {
  dayTotals: ['day', 'platform', 'creator', 'direction', 'kind', 'unit', 'basis'],
  monthTotals: ['creator', 'month', 'platform', 'direction', 'kind', 'unit', 'end', 'basis'],
  sessionTotals: ['session', 'direction', 'kind', 'unit'],
  hourTotals: ['month', 'direction', 'platform', 'creator', 'kind', 'unit', 'slot'],
  gifterTotals: ['day', 'session', 'creator', 'person', 'unit'],
  supporterTotals: ['platform', 'creator', 'person', 'unit'],
  giftTotals: ['day', 'session', 'creator', 'gift', 'unit'],
  minuteTotals: ['session', 'minute', 'unit'],
} as const;

/** The name of a table's primary key, to be asked for by. */
export function primaryKeyOf(table: keyof typeof totalKeyPaths): string {
  return `[${totalKeyPaths[table].join('+')}]`;
}

type Part = string | number;

function keyBy<Field extends string>(path: readonly Field[]) {
  return (total: Readonly<Record<Field, Part>>): Part[] => path.map((field) => total[field]);
}

/** The primary key of a total, by its table. */
export const totalKeys = {
  dayTotals: keyBy(totalKeyPaths.dayTotals),
  monthTotals: keyBy(totalKeyPaths.monthTotals),
  sessionTotals: keyBy(totalKeyPaths.sessionTotals),
  hourTotals: keyBy(totalKeyPaths.hourTotals),
  gifterTotals: keyBy(totalKeyPaths.gifterTotals),
  supporterTotals: keyBy(totalKeyPaths.supporterTotals),
  giftTotals: keyBy(totalKeyPaths.giftTotals),
  minuteTotals: keyBy(totalKeyPaths.minuteTotals),
};
