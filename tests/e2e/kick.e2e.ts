import { lumi, me, mira, noor, otter } from '../sim/kick/people.ts';
import { decoys, hellYeah, kicksBody, kicksGifted, rageQuit } from '../sim/kick/wire.ts';
import { entries, popupOver, registered } from './on-optional-sites.ts';
import { expect, test } from './watching.ts';

test.use({ grantedHosts: ['*.kick.com'] });

const room = (of = mira, stream = 9002) => `${of.channel}.${stream}`;
const sent = (kicks: number, where = room()) => `sent gift ${where} ${me.id} kick:kick ${kicks} 1`;

test('asked for on a click: gifts of me and of others, reload, two tabs, another channel, and no longer', async ({
  watching,
}) => {
  const { kick } = watching.sim;
  const page = await watching.open(kick.pageUrl());
  await kick.waitForPages(1);
  await kick.gift(me);
  expect(await registered(watching)).toEqual([]);
  const popup = await popupOver(watching, page);
  await popup.says('No live page here');

  await popup.decide('Watch Kick too');
  await expect.poll(() => registered(watching)).toHaveLength(3);
  // Its connection was opened unseen: nothing is shown that cannot be right.
  await popup.says('Reload needed');
  expect(await entries(watching)).toEqual([]);

  await page.reload();
  await kick.waitForPages(1);
  await kick.gift(me, rageQuit);
  await kick.gift(otter);
  await kick.giftSubscriptions(me, 10, 3);
  await kick.subscribe(lumi, 4);
  await kick.say(decoys(mira, me));
  const subscriptions = `sent subscription ${room()} ${me.id}   10`;
  await expect.poll(() => entries(watching)).toEqual([sent(500), subscriptions]);
  await popup.says('Watching @mira_plays');
  await expect.poll(() => watching.overlay(page)).toContain('500 KICKs');

  await page.getByRole('button', { name: 'Send Hell Yeah' }).click();
  await expect.poll(() => entries(watching)).toEqual([sent(1), sent(500), subscriptions]);

  await page.reload();
  const second = await watching.open(kick.pageUrl());
  await kick.waitForPages(2);
  await kick.repeat();
  await kick.gift(me);
  // The first of all was told to a page that was not watched yet; it is told again now, and counts.
  const before = [sent(1), sent(100), sent(100), sent(500), subscriptions].sort();
  await expect.poll(() => entries(watching)).toEqual(before);

  await second.locator('nav a', { hasText: noor.username }).click();
  await kick.waitForPages(1, noor);
  await kick.gift(me, hellYeah, noor);
  const all = [...before, sent(1, room(noor, 9003))].sort();
  await expect.poll(() => entries(watching)).toEqual(all);

  await popup.decide('Stop watching Kick');
  await expect.poll(() => registered(watching)).toEqual([]);
  await expect.poll(() => watching.overlay(page)).toBe('');
  await popup.says('Kick is not watched');
  await expect(popup.notice).toContainText('What it counted there before is kept.');
  await second.close();
  await kick.gift(me, rageQuit);
  expect(await entries(watching)).toEqual(all);

  // Watched again: the open page goes on, without a reload, with what came meanwhile. Its stream is not known any more.
  const channel = String(mira.channel);
  await popup.notice.getByRole('button', { name: 'Watch Kick too' }).click();
  await expect.poll(() => registered(watching)).toHaveLength(3);
  await kick.gift(me, rageQuit);
  await expect
    .poll(() => entries(watching))
    .toEqual([...all, sent(500, channel), sent(500, channel)].sort());
});

test('my own channel, over Pusher: what comes in is received, and a broken connection costs nothing', async ({
  watching,
}) => {
  const { kick } = watching.sim;
  kick.provider = 'pusher';
  const empty = await watching.open('https://kick.com/');
  await (await popupOver(watching, empty)).decide('Watch Kick too');
  await expect.poll(() => registered(watching)).toHaveLength(3);
  await empty.close();
  const page = await watching.open(kick.pageUrl(me));
  await kick.waitForPages(1, me);
  await kick.gift(otter, rageQuit, me);
  kick.drop();
  await kick.waitForPages(1, me);
  await kick.repeat();
  await kick.giftSubscriptions(lumi, 5, 1, me);
  await kick.say([kicksGifted(me, kicksBody('5f0d0000-anonymous', null, hellYeah, Date.now()))]);
  const where = room(me, 9001);
  await expect
    .poll(() => entries(watching))
    .toEqual(
      [
        `received gift ${where} ${otter.id} kick:kick 500 1`,
        `received gift ${where}  kick:kick 1 1`,
        `received subscription ${where} .${lumi.username}   5`,
      ].sort(),
    );
  await expect.poll(() => watching.overlay(page)).toContain('501 KICKs');
});
