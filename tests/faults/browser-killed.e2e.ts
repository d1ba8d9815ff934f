import { brief, coinsOf, expect, type Watching } from '../e2e/watching.ts';
import { browserSeed, thorough } from './chosen.ts';
import { hearGifts, holdTotals } from './held-ledger.ts';
import { test } from './profile.ts';
import { expectAgreement, expectWhole, mine, openWithBudget } from './whole.ts';

/** The room's last messages: all of them, as a platform tells those who come back what they missed. */
const ALL = 400;

/** Waits until no entry may grow any more. */
const expectClosed = (watching: Watching) =>
  expect
    .poll(
      async () =>
        (await watching.ledger()).entries.filter(({ openSince }) => openSince !== undefined),
      { timeout: 60_000 },
    )
    .toEqual([]);

test('the browser killed in the middle of a streak: the next start closes it, a later frame raises it', async ({
  profile,
}) => {
  const { sim } = profile.watching;
  await openWithBudget(profile.watching);
  await sim.sendGift({ from: 'me', gift: 'Doughnut' });
  const streak = await sim.streak({ from: 'me', gift: 'Finger Heart', count: 10 });
  await expectWhole(profile.watching);
  // Anew, so that it is not closed by quiet before the browser is killed.
  await streak.tick(1);
  await profile.watching.expectEntries(mine(profile.watching));
  await profile.killAndRestart();
  // No page of the site is open: nothing but the start of the browser can close it.
  await expectClosed(profile.watching);
  await expectWhole(profile.watching);
  const ends = async () =>
    (await profile.watching.ledger()).entries.map(({ count, ended }) => `${count} ${ended}`).sort();
  expect(await ends()).toEqual(['1 true', '11 false']);
  await profile.watching.open();
  await sim.waitForClients(1);
  await streak.tick(4);
  await streak.end();
  await expectWhole(profile.watching);
  expect(await ends()).toEqual(['1 true', '15 true']);
});

test('the browser killed while a batch waits for the ledger: nothing of it is there, and told again all of it is, once', async ({
  profile,
}) => {
  const { sim, browser } = profile.watching;
  await openWithBudget(profile.watching);
  const streak = await sim.streak({ from: 'me', gift: 'Finger Heart', count: 3 });
  await expectWhole(profile.watching);
  const before = await profile.watching.ledger();
  const inside = await browser.openPage('manifest.json');
  const heard = await hearGifts(inside);
  await holdTotals(inside);
  await streak.tick(9);
  await sim.sendGift({ from: 'me', gift: 'Doughnut' });
  await heard();
  await profile.killAndRestart();
  const { entries, dayTotals } = await profile.watching.ledger();
  expect(entries.map(brief)).toEqual(before.entries.map(brief));
  expect(dayTotals).toEqual(before.dayTotals);
  await profile.watching.open();
  await sim.waitForClients(1);
  await sim.repeatLast(ALL);
  await streak.end();
  await expectWhole(profile.watching);
});

/** How often the browser is killed: each time after other gifts. */
const KILLS = 8;

// Where in its work the browser is then, nobody chooses: many kills, or none.
if (thorough) {
  test(`the browser killed while it stores gift after gift, seed ${browserSeed}`, async ({
    profile,
  }) => {
    test.setTimeout(150_000 + KILLS * 60_000);
    const { sim } = profile.watching;
    await openWithBudget(profile.watching);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const streak = await sim.streak({ from: 'me', gift: 'Finger Heart', count: 1 });
      const gifts = 2 + ((browserSeed + kill * 7) % 23);
      for (let gift = 0; gift < gifts; gift += 1) {
        await sim.sendGift({ from: 'me', gift: 'Doughnut' });
        await streak.tick(2);
      }
      const stored = await profile.watching.ledger();
      await profile.killAndRestart();
      const kept = await profile.watching.ledger();
      expectAgreement(kept);
      const counts = new Map(kept.entries.map(({ id, count }) => [id, count]));
      for (const { id, count } of stored.entries) {
        expect(counts.get(id), id).toBeGreaterThanOrEqual(count);
      }
      expect(coinsOf(mine(profile.watching))).toBeGreaterThan(0);
      await profile.watching.open();
      await sim.waitForClients(1);
      await sim.repeatLast(ALL);
      await streak.end();
      await expectWhole(profile.watching);
    }
  });
}
