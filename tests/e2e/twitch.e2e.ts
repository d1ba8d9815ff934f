import { anonymousCheerer, lumi, me, mira, noor, otter } from '../sim/twitch/people.ts';
import { cheer, decoys, donation, hypeChat } from '../sim/twitch/wire.ts';
import { entries, popupOver, registered } from './on-optional-sites.ts';
import { expect, test } from './watching.ts';

test.use({ grantedHosts: ['*.twitch.tv'] });

const room = (of = mira, stream = 41_000_002) => `${of.id}.${stream}`;
const sent = (bits: number, where = room()) => `sent gift ${where} ${me.id} twitch:bit ${bits} 1`;

test('asked for on a click: bits of me and of others, reload, two tabs, another channel, and no longer', async ({
  watching,
}) => {
  const { twitch } = watching.sim;
  const page = await watching.open(twitch.pageUrl());
  await twitch.waitForPages(1);
  const popup = await popupOver(watching, page);
  await popup.decide('Watch Twitch too');
  await expect.poll(() => registered(watching)).toHaveLength(3);
  await popup.says('Reload needed');

  await page.reload();
  await twitch.waitForPages(1);
  await twitch.cheer(me, 100);
  await twitch.cheer(otter, 500);
  await twitch.combo(me, 5);
  await twitch.effect(me, 'animated', 30);
  await twitch.giftSubscriptions(me, 10);
  await twitch.subscribe(lumi);
  const told = (id: string) => twitch.told(id, me);
  await twitch.say(mira, hypeChat(told('hype-1'), '7500', 'KRW', 0));
  await twitch.say(mira, donation(told('charity-1'), 2_500, 'USD', 2));
  await twitch.say(mira, decoys(told, noor).join(''));
  const drop = `sent subscription ${room()} ${me.id}   10`;
  const money = (unit: string, minor: number) =>
    `sent gift ${room()} ${me.id} money:${unit} ${minor} 1`;
  const all = [sent(100), sent(5), sent(30), drop, money('KRW', 7500), money('USD', 2500)];
  await expect.poll(() => entries(watching)).toEqual([...all].sort());
  await popup.says(`Watching @${mira.login}`);
  await expect.poll(() => watching.overlay(page)).toContain('135 bits');

  await page.getByRole('button', { name: 'Cheer 75 anonymously' }).click();
  all.push(sent(75));
  await expect.poll(() => entries(watching)).toEqual([...all].sort());

  await page.reload();
  const second = await watching.open(twitch.pageUrl());
  await twitch.waitForPages(2);
  await twitch.repeat();
  await twitch.cheer(me, 40);
  all.push(sent(40));
  await expect.poll(() => entries(watching)).toEqual([...all].sort());

  await second.locator('nav a', { hasText: noor.name }).click();
  await twitch.waitForPages(1, noor);
  await twitch.cheer(me, 60, noor);
  all.push(sent(60, room(noor, 41_000_003)));
  await expect.poll(() => entries(watching)).toEqual([...all].sort());

  await popup.decide('Stop watching Twitch');
  await expect.poll(() => registered(watching)).toEqual([]);
  await popup.says('Twitch is not watched');
  await twitch.cheer(me, 70);
  expect(await entries(watching)).toEqual([...all].sort());
});

test('my own channel: what comes in is received, donations to charity are not, and a broken connection costs nothing', async ({
  watching,
}) => {
  const { twitch } = watching.sim;
  const empty = await watching.open('https://www.twitch.tv/');
  await (await popupOver(watching, empty)).decide('Watch Twitch too');
  await expect.poll(() => registered(watching)).toHaveLength(3);
  await empty.close();
  const page = await watching.open(twitch.pageUrl(me));
  await twitch.waitForPages(1, me);
  await twitch.cheer(otter, 100, me);
  await twitch.say(me, donation(twitch.told('charity-2', otter, me), 2_500, 'USD', 2));
  twitch.disconnect();
  await twitch.waitForPages(1, me);
  await twitch.repeat();
  await twitch.giftSubscriptions(lumi, 5, me);
  await twitch.say(me, cheer(twitch.told('anonymous-1', anonymousCheerer, me), 25));
  const where = room(me, 41_000_001);
  await expect
    .poll(() => entries(watching))
    .toEqual(
      [
        `received gift ${where} ${otter.id} twitch:bit 100 1`,
        `received gift ${where} .${anonymousCheerer.login} twitch:bit 25 1`,
        `received subscription ${where} ${lumi.id}   5`,
      ].sort(),
    );
  await expect.poll(() => watching.overlay(page)).toContain('125 bits');
});
