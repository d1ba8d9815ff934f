import { expect, test } from '../e2e/watching.ts';
import { expectWhole, openWithBudget } from './whole.ts';

test('five tabs on the same stream, two of them closed in the middle of a streak: each payment is there once', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  await openWithBudget(watching);
  const others = await Promise.all([1, 2, 3, 4].map(() => watching.open()));
  await sim.waitForClients(5);
  const streak = await sim.streak({ from: 'me', gift: 'Finger Heart', count: 3 });
  await sim.sendGift({ from: 'me', gift: 'Doughnut' });
  await sim.sendGift({ from: 'north.pier', gift: 'Cap' });
  await streak.tick(9);
  await sim.repeatLast(8);
  await expectWhole(watching);
  await browser.killWorker();
  await Promise.all(others.slice(0, 2).map((page) => page.close()));
  await streak.tick(4);
  await sim.sendGift({ from: 'me', gift: 'Cap' });
  await streak.end();
  await expectWhole(watching);
  const { sessions, entries } = await watching.ledger();
  expect(sessions).toHaveLength(1);
  expect(entries).toHaveLength(3);
  await expect
    .poll(async () => (await watching.ledger()).pages.filter(({ onStream }) => onStream).length)
    .toBe(3);
});
