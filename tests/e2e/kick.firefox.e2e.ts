/**
 * A site that the user allows first, in real Firefox. The click and what follows are real; the browser's own prompt is
 * answered by a preference (`browser/firefox.ts`).
 */
import { me, mira, otter } from '../sim/kick/people.ts';
import { hellYeah, rageQuit } from '../sim/kick/wire.ts';
import { expect, test } from './watching-firefox.ts';

test('Kick, asked for on a click: gifts of me and of others, my own sending, and no longer', async ({
  watching,
}) => {
  const { sim, firefox } = watching;
  const { kick } = sim;
  const inside = await firefox.openPage('icon/icon.svg');
  const registered = () =>
    inside.evaluate(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).map(({ world }) => world).sort(),
    );
  const sent = async () =>
    (await watching.ledger()).entries
      .map(({ direction, room, sender, unitPrice }) =>
        [direction, room, sender, unitPrice].join(' '),
      )
      .sort();
  const mine = (kicks: number) => `sent ${mira.channel}.9002 ${me.id} ${kicks}`;

  const tab = await watching.open(kick.pageUrl());
  await kick.waitForPages(1);
  await kick.gift(me);
  expect(await registered()).toEqual([]);
  const popup = await watching.popup(tab);
  const decide = async () => {
    await popup.locator('.more-sites summary').click();
    await popup.locator('.more-sites li:first-child .button').click();
  };
  await decide();
  await expect.poll(registered).toEqual(['ISOLATED', 'ISOLATED', 'MAIN']);

  await tab.page.reload();
  await kick.waitForPages(1);
  await kick.gift(me, rageQuit);
  await kick.gift(otter);
  await expect.poll(sent).toEqual([mine(500)]);
  await expect.poll(() => watching.overlay(tab)).toContain('500 KICKs');
  await tab.page.bringToFront();
  await tab.page.locator(`[data-gift="${hellYeah.id}"]`).click();
  await expect.poll(sent).toEqual([mine(1), mine(500)]);

  await popup.bringToFront();
  await popup.locator('.more-sites li:first-child .button').click();
  await expect.poll(registered).toEqual([]);
  await expect.poll(() => watching.overlay(tab).catch(() => null)).toBeNull();
  await kick.gift(me, rageQuit);
  expect(await sent()).toEqual([mine(1), mine(500)]);

  // Watched again, the open page goes on without a reload, with what came meanwhile. Its stream is not known any more.
  await popup.locator('.more-sites li:first-child .button').click();
  await expect.poll(registered).toHaveLength(3);
  await kick.gift(me, rageQuit);
  const unknownStream = `sent ${mira.channel} ${me.id} 500`;
  await expect.poll(sent).toEqual([mine(1), mine(500), unknownStream, unknownStream].sort());
});
