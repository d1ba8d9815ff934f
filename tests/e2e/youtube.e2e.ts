import { lumi, me, otter } from '../sim/youtube/people.ts';
import { evening, mine, morning } from '../sim/youtube/streams.ts';
import { entries, popupOver, registered } from './on-optional-sites.ts';
import { expect, test, type Watching } from './watching.ts';

test.use({ grantedHosts: ['*.youtube.com'] });

/** Allows YouTube in the popup over a page that shows no stream. */
async function allow(watching: Watching): Promise<void> {
  const empty = await watching.open('https://www.youtube.com/');
  const { popup, decide } = await popupOver(watching, empty);
  await decide('Watch YouTube too');
  await expect.poll(() => registered(watching)).toHaveLength(3);
  await popup.close();
  await empty.close();
}

const sent = (minor: number, room = evening.video) =>
  `sent gift ${room} ${me.channel} money:USD ${minor} 1`;

test('the first batch, what comes after, my own message, reload, two tabs, another stream', async ({
  watching,
}) => {
  const { youtube } = watching.sim;
  await allow(watching);
  youtube.superChat(me, '$2.00');
  const page = await watching.open(youtube.pageUrl());
  await youtube.waitForPages(1);
  youtube.superChat(me, '$10.00');
  youtube.superChat(otter, '$50.00');
  youtube.giftMemberships(me, 5);
  youtube.combo(me, 3);
  const others = [
    `sent subscription ${evening.video} ${me.channel}   5`,
    ...Array.from(
      { length: 3 },
      () => `sent gift ${evening.video} ${me.channel} youtube:jewel 10 1`,
    ),
  ];
  await expect.poll(() => entries(watching)).toEqual([sent(200), sent(1000), ...others].sort());
  await expect.poll(() => watching.overlay(page)).toContain('$12.00');

  await page.frameLocator('#chatframe').getByRole('button', { name: 'Send $5.00' }).click();
  const all = [sent(200), sent(1000), sent(500), ...others].sort();
  await expect.poll(() => entries(watching)).toEqual(all);

  await page.reload();
  await watching.open(youtube.pageUrl());
  await youtube.waitForPages(2);
  youtube.repeat();
  youtube.superChat(me, '$1.00');
  const after = [...all, sent(100)].sort();
  await expect.poll(() => entries(watching)).toEqual(after);

  await page.locator('nav a', { hasText: morning.title }).click();
  await youtube.waitForPages(1, morning);
  youtube.superChat(me, '$20.00', morning);
  await expect.poll(() => entries(watching)).toEqual([...after, sent(2000, morning.video)].sort());
  await expect.poll(() => watching.overlay(page)).toContain('$20.00');

  // The page alone carries no gifts, whatever else it asks for.
  await watching.browser.context.route('**/live_chat?*', (route) => route.abort());
  const bare = await watching.open(youtube.pageUrl());
  await bare.locator('nav a', { hasText: morning.title }).click();
  await (await popupOver(watching, bare)).says('No chat seen');
});

test('a bare dollar is what the page means by it; on my own stream it is received; a guest is told so; and no longer', async ({
  watching,
}) => {
  const { youtube } = watching.sim;
  youtube.hl = 'zh-TW';
  youtube.gl = 'TW';
  await allow(watching);
  const page = await watching.open(youtube.pageUrl(mine));
  await youtube.waitForPages(1, mine);
  youtube.superChat(otter, '$30.00', mine);
  youtube.giftMemberships(lumi, 2, mine);
  const received = [
    `received gift ${mine.video} ${otter.channel} money:TWD 3000 1`,
    `received subscription ${mine.video} ${lumi.channel}   2`,
  ].sort();
  await expect.poll(() => entries(watching)).toEqual(received);
  await expect.poll(() => watching.overlay(page)).toContain('30');

  // A guest is told so, and nothing of what others pay is kept.
  await page.goto(youtube.pageUrl(evening, { as: 'guest' }));
  await youtube.waitForPages(1);
  youtube.superChat(otter, '$90.00');
  const popup = await popupOver(watching, page);
  await popup.says('Not logged in');
  expect(await entries(watching)).toEqual(received);

  await page.goto(youtube.pageUrl(mine));
  await expect.poll(() => watching.overlay(page)).toContain('30');
  await popup.decide('Stop watching YouTube');
  await expect.poll(() => registered(watching)).toEqual([]);
  await expect.poll(() => watching.overlay(page)).toBe('');
  await popup.says('YouTube is not watched');
  const items = page.frameLocator('#chatframe').locator('#items li');
  await expect(items).toHaveCount(3);
  youtube.superChat(otter, '$40.00', mine);
  // The page has got it, with its ticker.
  await expect(items).toHaveCount(5);
  expect(await entries(watching)).toEqual(received);
});
