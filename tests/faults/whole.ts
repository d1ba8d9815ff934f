/** What every fault has to leave behind: entries, totals and alerts that say what the site sent, to the coin. */
import type { LedgerDump } from '../e2e/ledger.ts';
import { alerts, hundredCoins, setBudget } from '../e2e/on-budgets.ts';
import { coinsOf, expect, type Watching } from '../e2e/watching.ts';
import type { Payment } from '../sim/tiktok/payment.ts';

/** What the account that watches has sent so far. */
export const mine = ({ sim }: Pick<Watching, 'sim'>): Payment[] => sim.truth({ mine: true });

/** Opens the stream with a budget of a hundred coins a month, so that there are alerts to lose or to double. */
export async function openWithBudget(watching: Watching) {
  const page = await watching.open();
  await watching.sim.waitForClients(1);
  const inside = await watching.browser.openPage('manifest.json');
  await setBudget(inside, hundredCoins);
  await expect.poll(async () => (await watching.ledger()).standings.length).toBe(1);
  return page;
}

/** Waits until the ledger holds exactly what was sent, and its totals and alerts come to the same. */
export async function expectWhole(watching: Watching): Promise<void> {
  await watching.expectEntries(mine(watching));
  const { dayTotals, sessionTotals } = await watching.ledger();
  const coins = coinsOf(mine(watching));
  for (const rows of [dayTotals, sessionTotals]) {
    expect(rows.reduce((sum: number, { units }) => sum + units, 0)).toBe(coins);
  }
  await expectAlertsOf(watching, coins);
}

/** Every total is the sum of the entries, whichever there are. */
export function expectAgreement({ entries, dayTotals, sessionTotals }: LedgerDump): void {
  const coins = entries.reduce((sum, { count, unitPrice }) => sum + count * (unitPrice ?? 0), 0);
  for (const rows of [dayTotals, sessionTotals]) {
    expect(rows.reduce((sum: number, { units }) => sum + units, 0)).toBe(coins);
  }
}

/**
 * The alerts that a budget of a hundred coins owes, where there is one, and no others, each told once: a state that is
 * `told` never goes back. Notifications are gone after a restart of the browser.
 */
async function expectAlertsOf(watching: Watching, coins: number): Promise<void> {
  const { standings } = await watching.ledger();
  const { thresholds } = hundredCoins.alerts;
  const due = standings.length === 0 ? [] : thresholds.filter((share) => coins >= share);
  await expect
    .poll(() => alerts(watching))
    .toEqual(due.map((share) => `share-${share} told`).sort());
}
