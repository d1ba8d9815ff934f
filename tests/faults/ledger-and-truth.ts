/** Holds everything that the ledger says of payments against the simulated site's truth. */
import type { LedgerDump } from '../e2e/ledger.ts';
import { coinsOf, expect, type Watching } from '../e2e/watching.ts';
import type { Payment } from '../sim/tiktok/payment.ts';

/** From this on a gift is told of, where nothing else was chosen. */
const BIG_GIFT = 1_000;

/** How long a browser may take to store what is on its way. */
const PATIENCE_MS = 240_000;

/** Entries, totals and alerts are those of the payments, to the coin and each once. */
export async function expectTruth(
  watching: Pick<Watching, 'ledger' | 'expectEntries'>,
  payments: readonly Payment[],
): Promise<void> {
  const seen = async () => (await watching.ledger()).entries.length;
  await expect.poll(seen, { timeout: PATIENCE_MS, intervals: [1_000] }).toBe(payments.length);
  await watching.expectEntries(payments);
  const ledger = await watching.ledger();
  for (const rows of [ledger.dayTotals, ledger.sessionTotals]) {
    expect(rows.reduce((sum: number, row) => sum + row.units, 0)).toBe(coinsOf(payments));
  }
  expect(sumsBy(ledger.dayTotals, ({ day }) => day)).toEqual(
    sumsBy(
      payments.map(({ at, coins }) => ({ at, units: coins ?? 0 })),
      ({ at }) => new Date(at).toISOString().slice(0, 10),
    ),
  );
  const received = payments.filter(({ mine }) => !mine);
  expect(alertsIn(ledger)).toBe(received.filter(({ coins }) => (coins ?? 0) >= BIG_GIFT).length);
}

/** How many alerts there are, each about a payment of its own that is large. */
function alertsIn({ creatorAlerts, entries }: LedgerDump): number {
  const large = new Set(
    entries.flatMap(({ id, count, unitPrice, direction }) =>
      direction === 'received' && count * (unitPrice ?? 0) >= BIG_GIFT ? [String(id)] : [],
    ),
  );
  const about = creatorAlerts.map(({ alert }) =>
    alert.kind === 'big-gift' ? String(alert.entry) : alert.kind,
  );
  expect(about.filter((entry) => !large.has(entry))).toEqual([]);
  expect(new Set(about).size).toBe(about.length);
  return about.length;
}

function sumsBy<Row extends { readonly units: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) sums[keyOf(row)] = (sums[keyOf(row)] ?? 0) + row.units;
  return sums;
}
