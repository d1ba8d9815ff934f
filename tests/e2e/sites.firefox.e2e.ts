/** Sites that the user allows and forbids, in real Firefox, by its own prompt. */
import { me, mira, otter } from '../sim/kick/people.ts';
import { hellYeah, rageQuit } from '../sim/kick/wire.ts';
import { OnFirefox } from './on-firefox.ts';
import { expect, test } from './watching-firefox.ts';

test('Kick, asked for on a click: gifts of me and of others, my own sending, and no longer', async ({
  watching,
}) => {
  const { sim, firefox, inside } = watching;
  const { kick } = sim;
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
  await popup.locator('.more-sites summary').click();
  const decide = '.more-sites li:first-child .button';
  await popup.locator(decide).click();
  await firefox.answerPrompt('refuse');
  await popup.locator(decide).click();
  expect(await firefox.answerPrompt('allow')).toContain('kick.com');
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
  await popup.locator(decide).click();
  await expect.poll(registered).toEqual([]);
  await expect.poll(() => watching.overlay(tab).catch(() => null)).toBeNull();
  await kick.gift(me, rageQuit);
  expect(await sent()).toEqual([mine(1), mine(500)]);

  // Watched again, the open page goes on without a reload, with what came meanwhile. Its stream is not known any more.
  await popup.locator(decide).click();
  await firefox.answerPrompt('allow');
  await expect.poll(registered).toHaveLength(3);
  await kick.gift(me, rageQuit);
  const unknownStream = `sent ${mira.channel} ${me.id} 500`;
  await expect.poll(sent).toEqual([mine(1), mine(500), unknownStream, unknownStream].sort());
});

test('TikTok, taken away in the list of add-ons: it is said, asked for again, and the open page goes on', async ({
  watching,
}) => {
  const { sim, firefox, inside } = watching;
  const tab = await watching.open();
  await sim.waitForClients(1);
  await sim.sendGift({ from: 'me', gift: 'Perfume' });
  await expect.poll(() => watching.overlay(tab)).toContain('$0.21');
  const popup = new OnFirefox(await watching.popup(tab));
  await expect.poll(() => popup.words('.status')).toBe('Watching @mira.plays');
  // What the switch in the list of add-ons does.
  await inside.evaluate(() => chrome.permissions.remove({ origins: ['https://*.tiktok.com/*'] }));
  await expect.poll(() => popup.words('.status')).toBe('TikTok is not watched');
  const settings = new OnFirefox(await firefox.openPage('dashboard.html#settings'));
  await expect.poll(() => settings.words('.sites li')).toContain('TikTok not watched');
  await sim.sendGift({ from: 'me', gift: 'Rose' });

  await popup.click('.notice .button');
  expect(await firefox.answerPrompt('allow')).toContain('tiktok.com');
  await expect.poll(() => popup.words('.status')).not.toBe('TikTok is not watched');
  await expect.poll(() => settings.words('.sites li')).toContain('Kick not watched');
  await expect.poll(() => watching.overlay(tab)).toContain('$');
  await sim.sendGift({ from: 'me', gift: 'Cap' });
  await watching.expectEntries(sim.truth({ mine: true }));
});
