import { brief, expect, test } from '../e2e/watching.ts';
import { beginUpgrade, hearGifts } from './held-ledger.ts';
import { expectWhole, openWithBudget } from './whole.ts';

test('another tab changes the whole database: nothing is stored or lost meanwhile, and everything is there after it', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  await openWithBudget(watching);
  const streak = await sim.streak({ from: 'me', gift: 'Finger Heart', count: 3 });
  await expectWhole(watching);
  const before = await watching.ledger();
  const inside = await browser.openPage('manifest.json');
  const heard = await hearGifts(inside);
  const upgrade = await beginUpgrade(inside);
  // First, so that it is on its way when the worker dies: of a single gift nothing later tells.
  await sim.sendGift({ from: 'me', gift: 'Cap' });
  await streak.tick(9);
  await heard();
  // The next worker finds the database locked from its first access on.
  await browser.killWorker();
  await sim.sendGift({ from: 'me', gift: 'Doughnut' });
  const entries = await upgrade.end();
  expect(entries).toBe(before.entries.length);
  await streak.end();
  await expectWhole(watching);
  expect((await watching.ledger()).entries.map(brief)).toHaveLength(3);
});
