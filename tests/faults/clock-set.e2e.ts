import type { Page } from '@playwright/test';
import { contentWorlds } from '../e2e/browser/overlay.ts';
import { expect, test, type Watching } from '../e2e/watching.ts';
import { thorough } from './chosen.ts';
import { expectWhole, mine, openWithBudget } from './whole.ts';

/** Sets the clock that the background and the page's capture go by: they live in one browser, which has one. */
async function setClock({ browser }: Watching, page: Page, hours: number): Promise<void> {
  const ahead = `(() => {
    const now = globalThis.realNow ??= Date.now;
    Date.now = () => now.call(Date) + ${hours * 3_600_000};
  })()`;
  const worker = await browser.worker();
  await worker.evaluate(ahead);
  const session = await browser.context.newCDPSession(page);
  for (const contextId of await contentWorlds(session, browser.extensionId)) {
    await session.send('Runtime.evaluate', { expression: ahead, contextId });
  }
  await session.detach();
}

const jumps: readonly (readonly [number, number])[] = [
  [72, -72],
  ...(thorough ? ([[-72, 72]] as const) : []),
];

for (const [first, second] of jumps) {
  test(`the clock set by ${first} hours and then to ${second} in the middle of a streak`, async ({
    watching,
  }) => {
    const { sim } = watching;
    const page = await openWithBudget(watching);
    const streak = await sim.streak({ from: 'me', gift: 'Finger Heart', count: 3 });
    const endless = await sim.streak({ from: 'me', gift: 'Rose', count: 2 });
    await expectWhole(watching);
    await setClock(watching, page, first);
    await streak.tick(9);
    await endless.tick(1);
    await sim.sendGift({ from: 'me', gift: 'Doughnut' });
    await expectWhole(watching);
    await setClock(watching, page, second);
    await streak.tick(5);
    await streak.end();
    await expectWhole(watching);
    // The day is the one that the platform told, whatever the device's clock says.
    const { dayTotals } = await watching.ledger();
    const days = new Set(mine(watching).map(({ at }) => new Date(at).toISOString().slice(0, 10)));
    expect(new Set(dayTotals.map(({ day }) => day))).toEqual(days);
    // The end that never comes: neither clock keeps the streak open.
    const open = async () =>
      (await watching.ledger()).entries.filter(({ openSince }) => openSince !== undefined);
    await expect.poll(open, { timeout: 60_000 }).toEqual([]);
    await expectWhole(watching);
  });
}
