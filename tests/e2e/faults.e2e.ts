import { coinsOf, expect, test } from './watching.ts';

test('the worker killed between any two frames of a streak', async ({ watching }) => {
  const { sim, browser } = watching;
  await watching.open();
  await sim.waitForClients(1);
  const streak = await sim.streak({ from: 'me', gift: 'Finger Heart', count: 1 });
  for (const step of [2, 1, 3]) {
    await browser.killWorker();
    await streak.tick(step);
  }
  await browser.killWorker();
  await streak.end();
  await watching.expectEntries(sim.truth({ mine: true }));
});

test('the worker killed while frames arrive', async ({ watching }) => {
  const { sim, browser } = watching;
  await watching.open();
  await sim.waitForClients(1);
  let sending = true;
  const kills = (async () => {
    while (sending) await browser.killWorker();
  })();
  const streak = await sim.streak({ from: 'me', gift: 'Rose', count: 1 });
  for (let n = 0; n < 40; n += 1) {
    await streak.tick(1);
    await sim.sendGift({ from: 'me', gift: 'Doughnut' });
    await sim.chat(30);
  }
  await streak.end();
  sending = false;
  await kills;
  const mine = sim.truth({ mine: true });
  await watching.expectEntries(mine);
  const { dayTotals } = await watching.ledger();
  expect(dayTotals.reduce((sum, { units }) => sum + units, 0)).toBe(coinsOf(mine));
});

test('a page that loaded while the extension was being installed keeps the scripts that it has', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  await watching.open();
  await sim.waitForClients(1);
  // As if the page had not told of its hook yet when the browser says that the extension was installed.
  await watching.forgetHooks();
  const worker = await browser.worker();
  await worker.evaluate(() => {
    const { onInstalled } = chrome.runtime;
    // Not in the types, since only browsers call it.
    const { dispatch } = onInstalled as unknown as { dispatch(details: object): void };
    dispatch.call(onInstalled, { reason: 'install' });
  });
  const streak = await sim.streak({ from: 'me', gift: 'Rose', count: 3 });
  await streak.end();
  await watching.expectEntries(sim.truth({ mine: true }));
  const { pages } = await watching.ledger();
  expect(pages.map(({ late, health }) => [late, health.sockets])).toEqual([[false, 1]]);
});

test('frames that came while the extension was away are not lost', async ({ watching }) => {
  const { sim, browser } = watching;
  await watching.open();
  await sim.waitForClients(1);
  const streak = await sim.streak({ from: 'me', gift: 'Rose', count: 1 });
  const reloaded = browser.reloadExtension();
  for (let n = 0; n < 20; n += 1) {
    await streak.tick(1);
    await sim.chat(5);
  }
  await reloaded;
  await streak.end();
  await watching.reopenInside();
  await watching.expectEntries(sim.truth({ mine: true }));
});

test('the tab reloaded in the middle of a streak', async ({ watching }) => {
  const { sim } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  const streak = await sim.streak({ from: 'me', gift: 'Rose', count: 5 });
  await watching.expectEntries(sim.truth({ mine: true }));
  await page.reload();
  await sim.waitForClients(1);
  await streak.tick(2);
  await streak.end();
  await watching.expectEntries(sim.truth({ mine: true }));
  expect((await watching.ledger()).entries).toMatchObject([{ ended: true, count: 7 }]);
});

test('a streak that never ends is closed by quiet although its worker died', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  await watching.open();
  await sim.waitForClients(1);
  await sim.streak({ from: 'me', gift: 'Rose', count: 5 });
  await watching.expectEntries(sim.truth({ mine: true }));
  expect((await watching.ledger()).entries[0]).toHaveProperty('openSince');
  await browser.killWorker();
  const open = async () =>
    (await watching.ledger()).entries.filter(({ openSince }) => openSince !== undefined);
  // The alarm wakes a new worker; nothing else happens on the page.
  await expect.poll(open, { timeout: 60_000 }).toEqual([]);
  expect((await watching.ledger()).entries).toMatchObject([{ ended: false, count: 5 }]);
});

test('an extension that comes to an open page says that it sees nothing, until a reload', async ({
  watching,
}) => {
  const { sim, browser } = watching;
  const page = await watching.open();
  await sim.waitForClients(1);
  await browser.reinstallExtension();
  await expect.poll(() => watching.overlay(page)).toContain('Reload the page');
  await page.reload();
  await sim.waitForClients(1);
  await expect.poll(() => watching.overlay(page)).toContain('nothing yet');
});
