import { test } from '../e2e/watching.ts';
import { expectWhole, openWithBudget } from './whole.ts';

test('offline in the middle of a streak, with another worker and another extension after it: the replay adds what was missed, once', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  await openWithBudget(watching);
  const streak = await sim.streak({ from: 'me', gift: 'Finger Heart', count: 3 });
  const ended = await sim.streak({ from: 'me', gift: 'Rose', count: 2 });
  await expectWhole(watching);
  sim.dropSockets(300);
  await streak.tick(9);
  await ended.tick(3);
  await ended.end();
  await sim.sendGift({ from: 'me', gift: 'Doughnut' });
  await sim.sendGift({ from: 'north.pier', gift: 'Cap' });
  await browser.killWorker();
  await sim.waitForClients(1);
  await expectWhole(watching);
  sim.dropSockets(300);
  await sim.sendGift({ from: 'me', gift: 'Doughnut' });
  await browser.reloadExtension();
  await watching.reopenInside();
  await sim.waitForClients(1);
  await streak.end();
  await expectWhole(watching);
});
