/** What a viewer does beside the page, in real Firefox: price tags, the dashboard's pages, a budget, a file. */
import { readFile } from 'node:fs/promises';
import { giftByIcon } from '../sim/tiktok/catalogue.ts';
import { cost } from './listed.ts';
import { OnFirefox } from './on-firefox.ts';
import { expect, type Tab, test, type WatchingFirefox } from './watching-firefox.ts';

/** What price tags say in the page's gift panel, beside what they should say; in one line a gift. */
async function tags({ inside }: WatchingFirefox, { id }: Tab): Promise<Record<string, string>> {
  const cells = await inside.evaluate(async (tabId) => {
    const [injected] = await chrome.scripting.executeScript({
      target: { tabId },
      func: () =>
        [...document.querySelectorAll('.DivGiftCell, .quick:not(.more)')].map((cell) => ({
          icon: new URL(cell.querySelector('img')?.src ?? '', location.href).pathname,
          words: [...cell.querySelectorAll('gift-ledger-tag')].map((tag) => {
            const root: unknown = Reflect.get(tag, 'openOrClosedShadowRoot');
            return root instanceof ShadowRoot ? root.textContent : '';
          }),
        })),
    });
    return injected?.result ?? [];
  }, id);
  return Object.fromEntries(
    cells.map(({ icon, words }) => [
      `${giftByIcon(icon)?.name}: ≈ ${cost(giftByIcon(icon)?.coins ?? 0)}`,
      words.join(' and '),
    ]),
  );
}

/** Whether each gift that is shown has one tag, which says its price. */
async function areTagged(watching: WatchingFirefox, tab: Tab): Promise<boolean> {
  const found = Object.entries(await tags(watching, tab));
  return found.length > 7 && found.every(([wanted, said]) => wanted.endsWith(`: ${said}`));
}

const sums = '.ledger-sums';
const row = '[aria-label="Payments, newest first"] li a';

test('price tags; each figure to its entries, a correction and its undo; a budget and its alert; CSV', async ({
  watching,
}) => {
  const { sim, firefox } = watching;
  const tab = await watching.open();
  await sim.waitForClients(1);
  await tab.page.bringToFront();
  await tab.page.locator('[aria-label="More gifts"]').click();
  await expect.poll(() => areTagged(watching, tab)).toBe(true);
  await sim.sendGift({ from: 'me', gift: 'Perfume' });
  await sim.sendGift({ from: 'me', gift: 'Galaxy' });
  await expect.poll(() => watching.overlay(tab)).toContain(cost(1_020));

  // The dashboard: from a figure to its entries, to one entry's story, and a correction there.
  const dashboard = new OnFirefox(await firefox.openPage('dashboard.html#overview'));
  await dashboard.page.setViewport({ width: 1280, height: 900 });
  await expect.poll(() => dashboard.words('.total .figure')).toBe(cost(1_020));
  await dashboard.click('.total .figure');
  await expect.poll(() => dashboard.words(sums)).toContain('2 entries');
  await dashboard.page.select('#ledger-basis', 'exact');
  await expect.poll(() => dashboard.words()).toContain('No payment fits all of this.');
  await dashboard.page.evaluate(() => history.back());
  await expect.poll(() => dashboard.words(sums)).toContain('2 entries');
  await dashboard.fill('#ledger-search', 'Perf');
  await expect.poll(() => dashboard.words(sums)).toContain('1 entry');
  await dashboard.click(row);
  await expect
    .poll(() => dashboard.words('.story'))
    .toContain('Each is 20 coins, as the message said.');
  await dashboard.press('Change amount');
  await dashboard.fill('#correct-amount', '100');
  await dashboard.click('.story form [type=submit]');
  await expect.poll(() => dashboard.words(sums)).toContain(cost(100));
  await expect.poll(() => watching.overlay(tab)).toContain(cost(1_100));
  await dashboard.click('.toast .link');
  await expect.poll(() => dashboard.words(sums)).toContain(cost(20));
  await expect.poll(() => watching.overlay(tab)).toContain(cost(1_020));
  await dashboard.press('Export CSV');
  const table = await readFile(await watching.saved('.csv'), 'utf8');
  expect(table.trim().split('\r\n')).toHaveLength(2);
  expect(table).toContain('Perfume');

  // A budget of 12 dollars, of which 10.81 are spent: what it has to say is told by the browser.
  await dashboard.goTo('#budgets');
  await dashboard.click('.bar > .button');
  await dashboard.fill('#budget-limit', '12');
  await dashboard.click('form [type=submit]');
  await expect.poll(() => dashboard.words('.budget')).toContain('90%, $1.19 left');
  await expect.poll(() => watching.overlay(tab)).toContain('90% of budget');
  await sim.sendGift({ from: 'me', gift: 'Cap' });
  const told = async () =>
    (await watching.ledger()).alerts.map(({ about, state, toast }) => [about, state, toast]);
  await sim.sendGift({ from: 'me', gift: 'Doughnut' });
  // By a notification, which Firefox closes at once where there is no desktop.
  await expect.poll(told).toContainEqual(['share-100', 'told', false]);
});
